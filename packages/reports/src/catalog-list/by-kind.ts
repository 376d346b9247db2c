// SPDX-License-Identifier: Apache-2.0
import { crosswalkKinds, type Crosswalk, type CrosswalkKind } from '@plumbline/core/catalog/crosswalk';

/** What a kind of crosswalk is worth, in words that stand beside every crosswalk. */
export const crosswalkWords: Record<CrosswalkKind, string> = {
  published: 'published by the framework itself',
  'nist-reference': 'given by NIST as a reference',
  derived: 'derived by chaining two mappings, indicative only',
};

/** One section a kind that occurs, the most reliable first. */
export function byKind<T>(
  entries: readonly T[],
  crosswalkOf: (entry: T) => Crosswalk,
  render: (kind: CrosswalkKind, entries: readonly T[]) => string,
): string {
  const groups = Map.groupBy(entries, (entry) => crosswalkOf(entry).kind);
  return crosswalkKinds.map((kind) => (groups.has(kind) ? render(kind, groups.get(kind) ?? []) : '')).join('');
}
