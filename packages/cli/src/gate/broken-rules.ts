// SPDX-License-Identifier: Apache-2.0
import type { GateResultEntry } from '@plumbline/core/state/gate-result-entry';
import type { StateStore } from '@plumbline/core/state/state-store';

/** The enforced rules that failed, or could not be assessed, in the last decision over a commit. */
export async function brokenRules(state: StateStore, commit: string): Promise<readonly string[]> {
  const { intact } = await state.entries('gate-results');
  const last = intact
    .map(({ value }) => value as GateResultEntry) // written by this program, and its digest is checked
    .filter((entry) => entry.what === 'decision' && entry.commit === commit)
    .sort((a, b) => (a.decidedAt < b.decidedAt ? -1 : 1))
    .at(-1);
  if (last === undefined) return [];
  const statement = JSON.parse(last.statement) as Statement; // as above
  return statement.predicate.plumbline.rules
    .filter(({ outcome, enforced }) => enforced && (outcome === 'failed' || outcome === 'could-not-assess'))
    .map(({ rule }) => rule);
}

type Statement = {
  readonly predicate: {
    readonly plumbline: {
      readonly rules: readonly { readonly rule: string; readonly outcome: string; readonly enforced: boolean }[];
    };
  };
};
