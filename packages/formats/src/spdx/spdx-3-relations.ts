// SPDX-License-Identifier: Apache-2.0
import { textOf, textsOf } from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-value.ts';

export type Spdx3Relations = {
  /** Elements at either end of a relationship about composition or dependency. */
  readonly related: ReadonlySet<string>;
  /** Elements with a declared or concluded license that says something. */
  readonly licensed: ReadonlySet<string>;
};

/** Relationships that say nothing about what is made of what. */
const beside: ReadonlySet<string> = new Set([
  'describes',
  'hasDeclaredLicense',
  'hasConcludedLicense',
  'other',
  'amendedBy',
  'hasEvidence',
]);

/** Reads the relationships of a graph of SPDX 3.0. */
export function spdx3Relations(graph: readonly JsonObject[]): Spdx3Relations {
  const related = new Set<string>();
  const licensed = new Set<string>();
  for (const element of graph) {
    const type = textOf(element['relationshipType']);
    const from = textOf(element['from']);
    if (type === null || from === null) continue;
    const to = textsOf(element['to']);
    const license = type === 'hasDeclaredLicense' || type === 'hasConcludedLicense';
    if (license && to.some((id) => !/NoAssertionLicense$|NoneLicense$/.test(id))) licensed.add(from);
    if (beside.has(type) || to.length === 0) continue;
    related.add(from);
    for (const id of to) related.add(id);
  }
  return { related, licensed };
}
