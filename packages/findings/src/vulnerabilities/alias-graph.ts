// SPDX-License-Identifier: Apache-2.0
import { compareText } from '../compare-text.ts';

/** Which ids name one vulnerability. */
export type AliasGraph = {
  /** The preferred one of all ids of the vulnerability; an id that nobody mentioned is its own. */
  readonly canonical: (id: string) => string;
  /** All ids of the vulnerability, the preferred one first. */
  readonly all: (id: string) => readonly string[];
};

/**
 * Joins lists of ids, each of one vulnerability (an advisory's id with its aliases, the ids of a result), to a graph.
 *
 * A list with two CVE ids is the notice of a vendor about several vulnerabilities: it joins nothing. Nor does a list that
 * would join two CVE ids by way of others: CVE ids are given to be different. The result does not depend on the order.
 *
 * @example createAliasGraph([['GHSA-aaaa-bbbb-cccc', 'CVE-2024-1']]).canonical('GHSA-aaaa-bbbb-cccc') // 'CVE-2024-1'
 */
export function createAliasGraph(lists: Iterable<readonly string[]>): AliasGraph {
  const sets = new Map<string, Set<string>>();
  for (const list of ordered(lists)) {
    const joined = new Set(list.flatMap((id) => [...(sets.get(id) ?? [id])]));
    if ([...joined].filter(isCve).length > 1) continue;
    for (const id of joined) sets.set(id, joined);
  }
  const sorted = new Map<Set<string>, readonly string[]>();
  const all = (id: string): readonly string[] => {
    const own = canonicalForm(id);
    const set = sets.get(own);
    if (set === undefined) return [own];
    const ids = sorted.get(set) ?? [...set].sort(byPreference);
    sorted.set(set, ids);
    return ids;
  };
  return { all, canonical: (id) => all(id)[0] ?? id };
}

/** Each list once, in one order, so that it does not matter who reported first. */
function ordered(lists: Iterable<readonly string[]>): readonly (readonly string[])[] {
  const unique = new Map<string, readonly string[]>();
  for (const list of lists) {
    if (list.length < 2) continue;
    const ids = [...new Set(list.map(canonicalForm))].sort(byPreference);
    unique.set(ids.join('\n'), ids);
  }
  return [...unique].sort(([a], [b]) => compareText(a, b)).map(([, ids]) => ids);
}

/** The prefix decides about case: `cve-2024-1` is `CVE-2024-1`, the letters of `GHSA-…` are small. */
function canonicalForm(id: string): string {
  const trimmed = id.trim();
  if (/^ghsa-/i.test(trimmed)) return `GHSA-${trimmed.slice(5).toLowerCase()}`;
  return /^cve-/i.test(trimmed) ? trimmed.toUpperCase() : trimmed;
}

const isCve = (id: string): boolean => id.startsWith('CVE-');
const rank = (id: string): number => (isCve(id) ? 0 : id.startsWith('GHSA-') ? 1 : 2);
const byPreference = (a: string, b: string): number => rank(a) - rank(b) || compareText(a, b);
