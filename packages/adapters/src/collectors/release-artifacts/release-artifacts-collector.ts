// SPDX-License-Identifier: Apache-2.0
import type { Collected, Collector, CollectorInput } from '@plumbline/core/collecting/collector';
import { factSources } from '@plumbline/core/facts/fact-sources';
import type { ReleaseEntry } from '@plumbline/core/state/release-entry';
import { keptOfReleases, type KeptOfReleases } from './kept-of-releases.ts';
import { newestRelease } from './newest-release.ts';
import { publishedArtifacts } from './published-artifacts.ts';
import { releaseDocuments } from './release-documents.ts';

/**
 * The newest release as `plumbline release` gathered it, with what verifying it and building it again showed. Only the newest tag
 * counts, so that an old release that was good never speaks for a new one; and only where nothing that was kept is damaged, since the
 * damaged entry may be the one that says no.
 */
export const releaseArtifactsCollector: Collector = {
  id: 'release-artifacts',
  version: '1',
  title: 'The newest release: its files, verifications and builds',
  kinds: ['release-artifacts'],
  needs: ['git-objects'],
  after: ['git-releases'],
  timeoutMs: 60_000,
  collect: async (input) => [await collectArtifacts(input)],
};

async function collectArtifacts({ state, stateRefused, seen, asOf }: CollectorInput): Promise<Collected> {
  const { title, resolve } = factSources['release-artifacts'];
  if (stateRefused === true) return unavailable(title, 'kept results are not believed here', resolve);
  const kept = await keptOfReleases(state, asOf);
  const [damaged] = kept.broken;
  if (damaged !== undefined)
    return unavailable(
      title,
      `a kept entry is damaged (${damaged}): what it says of the release is not known`,
      'Remove the damaged file from .plumbline/, and run again the command that wrote it (plumbline release, verify, build or import)',
    );
  const newest = newestRelease(seen?.('git-releases'), kept.releases);
  if (newest.state === 'absent')
    return { kind: 'release-artifacts', state: 'absent', location: title, lookedIn: newest.lookedIn };
  if (newest.state === 'unavailable') return unavailable(title, newest.because, newest.resolve);
  const { release } = newest;
  const artifacts = publishedArtifacts(release, kept);
  const isTested = artifacts.some(
    ({ signatureProof, provenanceProof, rebuiltIdentically }) =>
      signatureProof !== null || provenanceProof !== null || rebuiltIdentically !== null,
  );
  return {
    kind: 'release-artifacts',
    state: 'found',
    location: `release ${release.tag}, gathered ${release.recordedAt.slice(0, 10)}`,
    effectiveAt: lastChange(release, kept),
    strength: isTested ? 'tested' : 'observed',
    fact: {
      release: release.tag,
      commit: release.commit,
      artifacts,
      documents: releaseDocuments(release, kept.documents),
    },
  };
}

/** When the last thing that is known of the release became known. */
function lastChange({ recordedAt, artifacts }: ReleaseEntry, { verifications }: KeptOfReleases): string {
  const own = new Set(artifacts.map(({ sha256 }) => sha256));
  const times = verifications.filter(({ artifact }) => own.has(artifact.sha256)).map(({ verifiedAt }) => verifiedAt);
  return [recordedAt, ...times].reduce((last, time) => (Date.parse(time) > Date.parse(last) ? time : last));
}

function unavailable(location: string, because: string, resolve: string): Collected {
  return { kind: 'release-artifacts', state: 'unavailable', location, because, resolve };
}
