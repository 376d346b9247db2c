// SPDX-License-Identifier: Apache-2.0
import type { GateResultEntry } from '@plumbline/core/state/gate-result-entry';
import type { StateStore } from '@plumbline/core/state/state-store';

/** The enforced rules that failed in the last decision over a commit; where none did, those that could not be assessed. */
export async function brokenRules(state: StateStore, commit: string): Promise<readonly string[]> {
  const { intact } = await state.entries('gate-results');
  const last = intact
    .map(({ value }) => value as GateResultEntry) // written by this program, and its digest is checked
    .filter((entry) => entry.what === 'decision' && entry.commit === commit)
    .sort((a, b) => (a.decidedAt < b.decidedAt ? -1 : 1))
    .at(-1);
  if (last === undefined) return [];
  const statement = JSON.parse(last.statement) as Statement; // as above
  const having = (wanted: string): readonly string[] =>
    statement.predicate.plumbline.rules.flatMap(({ rule, outcome, enforced }) =>
      enforced && outcome === wanted ? [rule] : [],
    );
  const failed = having('failed');
  return failed.length > 0 ? failed : having('could-not-assess');
}

type Statement = {
  readonly predicate: {
    readonly plumbline: {
      readonly rules: readonly { readonly rule: string; readonly outcome: string; readonly enforced: boolean }[];
    };
  };
};
