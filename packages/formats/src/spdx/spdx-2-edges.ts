// SPDX-License-Identifier: Apache-2.0
import type { DependencyScope } from '@plumbline/core/sbom/bill-of-materials';
import { objectsOf, textOf } from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-value.ts';
import { strongest } from '../sbom/merge-components.ts';

/** What needs what, by the identifiers of the document. */
export type Spdx2Edges = {
  /** An empty list: it needs nothing. Not in here: nobody says. */
  readonly of: ReadonlyMap<string, readonly string[]>;
  readonly scopes: ReadonlyMap<string, DependencyScope>;
};

/** SPDX 2.3 §11.1: relationships from the one that needs, and those from the one that is needed with its scope. */
const forward: ReadonlySet<string> = new Set([
  'DEPENDS_ON',
  'CONTAINS',
  'DYNAMIC_LINK',
  'STATIC_LINK',
  'HAS_PREREQUISITE',
]);
const backward: ReadonlyMap<string, DependencyScope | null> = new Map([
  ['DEPENDENCY_OF', null],
  ['CONTAINED_BY', null],
  ['PREREQUISITE_FOR', null],
  ['RUNTIME_DEPENDENCY_OF', 'runtime'],
  ['PROVIDED_DEPENDENCY_OF', 'runtime'],
  ['OPTIONAL_DEPENDENCY_OF', 'optional'],
  ['DEV_DEPENDENCY_OF', 'development'],
  ['TEST_DEPENDENCY_OF', 'development'],
  ['BUILD_DEPENDENCY_OF', 'development'],
]);

/** The edges that the relationships of a document of SPDX 2 state. */
export function spdx2Edges(document: JsonObject): Spdx2Edges {
  const of = new Map<string, string[]>();
  const scopes = new Map<string, DependencyScope>();
  const add = (from: string, to: string): void => {
    if (from === 'NOASSERTION' || to === 'NOASSERTION') return;
    const known = of.get(from) ?? [];
    of.set(from, known);
    if (to !== 'NONE') known.push(to);
  };
  for (const relationship of objectsOf(document['relationships'])) {
    const from = textOf(relationship['spdxElementId']);
    const to = textOf(relationship['relatedSpdxElement']);
    const type = textOf(relationship['relationshipType']) ?? '';
    if (from === null || to === null) continue;
    const scope = backward.get(type);
    if (forward.has(type)) add(from, to);
    else if (scope !== undefined) {
      add(to, from);
      const stronger = strongest(scopes.get(from) ?? null, scope);
      if (stronger !== null) scopes.set(from, stronger);
    }
  }
  return { of, scopes };
}
