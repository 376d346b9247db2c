// SPDX-License-Identifier: Apache-2.0
import type { Collected, Collector, CollectorInput } from '@plumbline/core/collecting/collector';
import { factSources } from '@plumbline/core/facts/fact-sources';
import type { GitSignatures } from '@plumbline/core/facts/git-signatures';
import { entriesOf } from '@plumbline/core/state/entries-of';
import type { GitVerificationEntry } from '@plumbline/core/state/git-verification-entry';
import { isShallow } from '../../platform/git/is-shallow.ts';
import { unavailableBecause } from '../../platform/git/unavailable-because.ts';
import { verifiedCommits, windowDays } from './verified-commits.ts';
import { verifiedTags } from './verified-tags.ts';

/**
 * What `plumbline verify --commits` and `--tag` showed of the commits up to the assessed one and of the release tags. Only what git
 * still says is the same counts; and only where nothing that was kept is damaged, since the damaged entry may be the one that says no.
 */
export const gitSignaturesCollector: Collector = {
  id: 'git-signatures',
  version: '1',
  title: 'Commits and tags whose signatures were verified',
  kinds: ['git-signatures'],
  needs: ['git-objects'],
  after: ['git-releases'],
  timeoutMs: 300_000,
  collect: async (input) => [await collectSignatures(input)],
};

async function collectSignatures(input: CollectorInput): Promise<Collected<'git-signatures'>> {
  const { state, stateRefused, gitDirectory, asOf } = input;
  const { resolve } = factSources['git-signatures'];
  if (stateRefused === true) return unavailable('kept results are not believed here', resolve);
  const { entries, broken } =
    state === undefined ? { entries: [], broken: [] } : await entriesOf(state, 'git-verifications');
  const [damaged] = broken;
  if (damaged !== undefined)
    return unavailable(
      `a kept entry is damaged (${damaged}): what it says of commits and tags is not known`,
      'Remove the damaged file from .plumbline/, and verify again (plumbline verify --commits, --tag)',
    );
  const kept = newestFirst(entries, asOf);
  const [newest] = kept;
  if (newest === undefined) return unavailable('no verification of commits or tags is kept here', resolve);
  if (gitDirectory === null) return unavailable('a plain folder has no commits', 'Assess a git repository');
  if (isShallow(gitDirectory))
    return unavailable('shallow clone: its history is cut off', 'Fetch the whole history (git fetch --unshallow)');
  try {
    const fact = await signaturesOf(gitDirectory, kept, input);
    return {
      ...where,
      location: 'kept verifications of commits and tags',
      effectiveAt: lastOf(fact) ?? newest.verifiedAt,
      strength: 'tested',
      state: 'found',
      fact,
    };
  } catch (error) {
    return { ...where, ...unavailableBecause(error) };
  }
}

async function signaturesOf(
  gitDirectory: string,
  entries: readonly GitVerificationEntry[],
  { repository, seen, signal }: CollectorInput,
): Promise<GitSignatures> {
  const releases = seen?.('git-releases');
  const latest = releases?.state === 'found' ? releases.fact.latest.map(({ name }) => name) : [];
  const [commits, tags] = await Promise.all([
    verifiedCommits(gitDirectory, { entries, repository, signal }),
    verifiedTags(gitDirectory, { entries, names: latest, signal }),
  ]);
  return { windowDays, commits, tags };
}

const newestFirst = (entries: readonly GitVerificationEntry[], asOf: string): readonly GitVerificationEntry[] =>
  entries.filter((entry) => timeOf(entry) <= Date.parse(asOf)).toSorted((a, b) => timeOf(b) - timeOf(a));

const timeOf = ({ verifiedAt }: GitVerificationEntry): number => Date.parse(verifiedAt);

/** When the last thing that counts was verified. */
const lastOf = ({ commits, tags }: GitSignatures): string | undefined =>
  [...(commits === null ? [] : [commits.verifiedAt]), ...tags.map(({ verifiedAt }) => verifiedAt)].toSorted().at(-1);

const where = { kind: 'git-signatures', location: factSources['git-signatures'].title } as const;

const unavailable = (because: string, resolve: string): Collected<'git-signatures'> => ({
  ...where,
  state: 'unavailable',
  because,
  resolve,
});
