// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';
import type { ReleaseGate } from '@plumbline/core/release/release-manifest';
import type { GateProofEntry, GateResultEntry } from '@plumbline/core/state/gate-result-entry';
import type { StateStore } from '@plumbline/core/state/state-store';

/** `statement`: the in-toto statement of the decision, which becomes a part of the release; null without a decision. */
export type GateOfRelease = { readonly gate: ReleaseGate; readonly statement: string | null };

/**
 * The newest decision of the gate about a commit. Throws `usage` when there is none that passed and the caller gives no reason
 * to go without: a decision that failed later outweighs one that passed before.
 */
export async function gateOfRelease(
  state: StateStore | null,
  commit: string,
  without?: string,
): Promise<GateOfRelease> {
  if (without !== undefined) {
    const reason = without.trim();
    if (reason === '') throw new PlumblineError('usage', '--without-gate needs a reason');
    return { gate: { outcome: 'not-asked', reason }, statement: null };
  }
  const { intact } = state === null ? { intact: [] } : await state.entries('gate-results');
  // written by this program under this schema, and each digest is checked
  const entries = intact.map(({ value }) => value as GateResultEntry | GateProofEntry);
  const newest = entries
    .filter((entry): entry is GateResultEntry => entry.what === 'decision' && entry.commit === commit)
    .toSorted((a, b) => (a.decidedAt < b.decidedAt ? 1 : -1))[0];
  if (newest?.outcome !== 'passed') throw notPassed(newest, commit);
  const { decidedAt, policy, statement } = newest;
  return { gate: { outcome: 'passed', decidedAt, policy }, statement };
}

function notPassed(newest: GateResultEntry | undefined, commit: string): PlumblineError {
  const what = newest === undefined ? 'no result of the gate is kept for it' : `the gate says ${newest.outcome}`;
  return new PlumblineError('usage', `commit ${commit.slice(0, 12)} is not released: ${what}`, {
    next: 'Run plumbline gate on that commit first, or say why the release goes without: --without-gate REASON',
  });
}
