// SPDX-License-Identifier: Apache-2.0
import type { Collected, Collector } from '@plumbline/core/collecting/collector';
import { factSources } from '@plumbline/core/facts/fact-sources';
import { entriesOf } from '@plumbline/core/state/entries-of';
import type { GateProofEntry, GateResultEntry } from '@plumbline/core/state/gate-result-entry';
import type { StateStore } from '@plumbline/core/state/state-store';
import { firstParents } from '../../platform/git/first-parents.ts';
import { commitDays } from './commit-days.ts';

/** Commits of the default branch that must have a result: those of the last 30 days, at most 500. */
const windowDays = 30;
const commitsMax = 500;
const dayMs = 86_400_000;

/**
 * Results of the gate that earlier runs kept, against the commits of the first-parent line in the window. No result at all is
 * unavailable: they may be kept where this run cannot look. Each is read again and its digest compared.
 */
export const gateResultsCollector: Collector = {
  id: 'gate-results',
  version: '1',
  title: 'Kept results of the gate, and proofs that it blocks',
  kinds: ['gate-results'],
  needs: ['git-objects'],
  timeoutMs: 60_000,
  collect: async ({ repository, gitDirectory, state, asOf, signal }) => {
    const kept = state === undefined ? { decisions: [], proofs: [], broken: [] } : await keptResults(state, asOf);
    if (gitDirectory === null || kept.decisions.length + kept.proofs.length + kept.broken.length === 0)
      return [unavailable()];
    const since = new Date(Date.parse(asOf) - windowDays * dayMs).toISOString();
    const line = await firstParents(gitDirectory, { head: repository.commit, count: commitsMax }, signal);
    const days = await commitDays(
      gitDirectory,
      line.map(({ commit }) => commit),
      signal,
    );
    const expected = line.flatMap(({ commit }) => ((days.get(commit) ?? '') >= since ? [commit] : []));
    const decided = new Set(kept.decisions.map(({ commit }) => commit));
    const own = expected.filter((commit) => decided.has(commit)).length;
    return [
      {
        kind: 'gate-results',
        state: 'found',
        location: 'kept results of the gate',
        ...effectiveAt(kept),
        strength: kept.proofs.length > 0 ? 'tested' : 'observed',
        fact: {
          expected: expected.length,
          kept: own,
          verified: own,
          broken: kept.broken,
          provedOn: provedOn(kept.proofs),
        },
      },
    ];
  },
};

type Kept = {
  readonly decisions: readonly GateResultEntry[];
  readonly proofs: readonly GateProofEntry[];
  readonly broken: readonly string[];
};

async function keptResults(state: StateStore, asOf: string): Promise<Kept> {
  const { entries, broken } = await entriesOf(state, 'gate-results');
  return {
    decisions: entries.filter((entry) => entry.what === 'decision').filter(({ decidedAt }) => decidedAt <= asOf),
    proofs: entries.filter((entry) => entry.what === 'proof').filter(({ provedAt }) => provedAt <= asOf),
    broken,
  };
}

/** When the last of them was made. */
function effectiveAt({ decisions, proofs }: Kept): { readonly effectiveAt?: string } {
  const times = [...decisions.map(({ decidedAt }) => decidedAt), ...proofs.map(({ provedAt }) => provedAt)].sort();
  const last = times.at(-1);
  return last === undefined ? {} : { effectiveAt: last };
}

/** The day of the last proof, if it succeeded: an older success does not outlive a failure. */
function provedOn(proofs: readonly GateProofEntry[]): string | null {
  const last = proofs.toSorted((a, b) => (a.provedAt < b.provedAt ? -1 : 1)).at(-1);
  return last?.proved === true ? last.provedAt.slice(0, 10) : null;
}

function unavailable(): Collected {
  const { title, resolve } = factSources['gate-results'];
  return {
    kind: 'gate-results',
    state: 'unavailable',
    location: title,
    because: 'no result of the gate is kept here',
    resolve,
  };
}
