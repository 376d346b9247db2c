// SPDX-License-Identifier: Apache-2.0
import { entriesOf } from '@plumbline/core/state/entries-of';
import type { StateStore } from '@plumbline/core/state/state-store';

/** The enforced rules that failed in the last decision over a commit; where none did, those that could not be assessed. */
export async function brokenRules(state: StateStore, commit: string): Promise<readonly string[]> {
  const { entries } = await entriesOf(state, 'gate-results');
  const last = entries
    .filter((entry) => entry.what === 'decision')
    .filter((entry) => entry.commit === commit)
    .sort((a, b) => (a.decidedAt < b.decidedAt ? -1 : 1))
    .at(-1);
  const having = (wanted: string): readonly string[] =>
    (last?.rules ?? []).flatMap(({ rule, outcome, enforced }) => (enforced && outcome === wanted ? [rule] : []));
  const failed = having('failed');
  return failed.length > 0 ? failed : having('could-not-assess');
}
