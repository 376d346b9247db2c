// SPDX-License-Identifier: Apache-2.0
import type { DependencyScope } from '@plumbline/core/sbom/bill-of-materials';
import { textOf, textsOf } from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-value.ts';
import { strongest } from '../sbom/merge-components.ts';
import { noAssertionElement, noneElement } from './spdx-3-individuals.ts';

/** What needs what and under which licence, by the identifiers of the graph. */
export type Spdx3Edges = {
  /** An empty list: it needs nothing. Not in here: nobody says. */
  readonly of: ReadonlyMap<string, readonly string[]>;
  readonly scopes: ReadonlyMap<string, DependencyScope>;
  /** Elements whose dependencies are said to be complete. */
  readonly complete: ReadonlySet<string>;
  readonly licenses: ReadonlyMap<string, readonly string[]>;
};

const needing: ReadonlySet<string> = new Set([
  'dependsOn',
  'contains',
  'hasDependencyManifest',
  'hasStaticLink',
  'hasDynamicLink',
  'hasOptionalDependency',
  'hasProvidedDependency',
  'hasPrerequisite',
]);
const scopeOf: ReadonlyMap<string, DependencyScope> = new Map([
  ['runtime', 'runtime'],
  ['development', 'development'],
  ['test', 'development'],
  ['build', 'development'],
]);

/** The edges that the relationships of a graph of SPDX 3.0 state. */
export function spdx3Edges(elements: readonly JsonObject[]): Spdx3Edges {
  const of = new Map<string, string[]>();
  const scopes = new Map<string, DependencyScope>();
  const complete = new Set<string>();
  const licenses = new Map<string, readonly string[]>();
  for (const element of elements) {
    const type = textOf(element['relationshipType']) ?? '';
    const from = textOf(element['from']);
    if (from === null) continue;
    const to = textsOf(element['to']);
    if (type === 'hasDeclaredLicense') licenses.set(from, to);
    if (type === 'hasConcludedLicense' && !licenses.has(from)) licenses.set(from, to);
    if (!needing.has(type) || to.includes(noAssertionElement)) continue;
    if (element['completeness'] === 'complete') complete.add(from);
    const known = of.get(from) ?? [];
    of.set(from, known);
    const scope = type === 'hasOptionalDependency' ? 'optional' : (scopeOf.get(textOf(element['scope']) ?? '') ?? null);
    for (const id of to) {
      if (id === noneElement) continue;
      known.push(id);
      const stronger = strongest(scopes.get(id) ?? null, scope);
      if (stronger !== null) scopes.set(id, stronger);
    }
  }
  return { of, scopes, complete, licenses };
}
