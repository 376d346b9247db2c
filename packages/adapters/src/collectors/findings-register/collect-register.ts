// SPDX-License-Identifier: Apache-2.0
import type { Collected, CollectorInput } from '@plumbline/core/collecting/collector';
import { factSources } from '@plumbline/core/facts/fact-sources';
import type { StateStore } from '@plumbline/core/state/state-store';
import { noKnowledge } from '@plumbline/findings/lifecycle/decisions';
import { findingsOf } from '@plumbline/findings/lifecycle/findings-of';
import type { LastRun } from '@plumbline/findings/lifecycle/findings-state';
import { findingsRegister } from '@plumbline/findings/register/findings-register';
import { decisionsOf } from '@plumbline/findings/stored/decisions-of';
import { type CommitRuns, foldChange } from '@plumbline/findings/stored/fold-change';
import { keptByCommit, readCommits, type KeptByCommit } from '@plumbline/findings/stored/kept-by-commit';
import { ancestorsAmong } from '../../platform/git/ancestors-among.ts';
import { readLinesAt } from '../../platform/git/read-lines-at.ts';

/** Commits before the assessed one whose results are folded: they tell since when a finding has been there. */
const commitsMax = 50;

/** Days within which a finding has to be looked at. */
const triageDaysMax = 14;

/**
 * The register as kept results tell it. Without a complete run over this very commit it is unavailable: findings may be there
 * that nobody has looked for.
 */
export async function collectRegister(input: CollectorInput): Promise<Collected> {
  const { state, gitDirectory, repository, asOf } = input;
  if (state === undefined || gitDirectory === null) return unavailable('no results of scans are kept here');
  if (repository.dirty === true)
    return unavailable('kept results are about commits, and these files may differ from theirs');
  const kept = await keptByCommit(state, asOf);
  const [damaged] = kept.broken;
  if (damaged !== undefined) return unavailable(`a kept report is damaged (${damaged}): findings may be missing`);
  const own = kept.byCommit.get(repository.commit) ?? [];
  const commits = await runsBefore(input, kept, { state, gitDirectory });
  if (!commits.flat().some(({ commit, completed }) => commit === repository.commit && completed === true))
    return unavailable('no complete run over this commit is kept');
  return {
    kind: 'findings-register',
    state: 'found',
    location: 'kept results of scans and imported reports',
    effectiveAt: own.at(-1)?.importedAt ?? repository.committedAt,
    fact: await registerOf(commits, input, gitDirectory),
  };
}

type Reading = { readonly state: StateStore; readonly gitDirectory: string };

async function runsBefore(
  { repository: { commit }, signal }: CollectorInput,
  kept: KeptByCommit,
  { state, gitDirectory }: Reading,
): Promise<readonly CommitRuns[]> {
  if (!kept.byCommit.has(commit)) return [];
  const known = { head: commit, commits: new Set(kept.byCommit.keys()) };
  const line = await ancestorsAmong(gitDirectory, known, signal);
  return readCommits(state, kept, line.slice(-commitsMax));
}

async function registerOf(
  commits: readonly CommitRuns[],
  { repository, asOf, seen, signal }: CollectorInput,
  gitDirectory: string,
): Promise<ReturnType<typeof findingsRegister>> {
  const folded = await foldChange(
    { base: [], change: commits },
    {
      readLines: (commit, paths) => readLinesAt(gitDirectory, { commit, paths }, signal),
      aliases: [],
      renamesBetween: () => new Map(),
    },
  );
  const decisions = decisionsOf(
    { exceptions: seen?.('record:exceptions'), triage: seen?.('record:triage'), vex: seen?.('vex-documents') },
    { asOf, product: repository.uri, approval: 'asserted' },
  );
  const findings = findingsOf(folded.head, { aliases: folded.aliases, decisions, knowledge: noKnowledge, asOf });
  // A run over an earlier commit says what a tool is for, and nothing of this one.
  const runs = folded.head.runs.map((run): LastRun =>
    run.commit === repository.commit ? run : { ...run, completed: null },
  );
  return findingsRegister(findings, runs, { triageDaysMax, asOf });
}

function unavailable(because: string): Collected {
  const { title, resolve } = factSources['findings-register'];
  return { kind: 'findings-register', state: 'unavailable', location: title, because, resolve };
}
