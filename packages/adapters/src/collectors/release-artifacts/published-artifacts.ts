// SPDX-License-Identifier: Apache-2.0
import type { PublishedArtifact, ReleaseProof } from '@plumbline/core/facts/release-artifacts';
import type { BuildEntry } from '@plumbline/core/state/build-entry';
import type { ReleasedArtifact, ReleasedBinary, ReleaseEntry } from '@plumbline/core/state/release-entry';
import type { VerificationEntry, VerifiedRequirement } from '@plumbline/core/state/verification-entry';
import { isProvenance } from '@plumbline/core/verification/is-provenance';
import type { KeptOfReleases } from './kept-of-releases.ts';

/** The artifacts of a release, each with the newest verifications and builds that are about its very bytes. */
export function publishedArtifacts(release: ReleaseEntry, kept: KeptOfReleases): readonly PublishedArtifact[] {
  const builds = kept.builds.filter(({ commit }) => commit === release.commit);
  return release.artifacts.map((artifact) => {
    const about = kept.verifications.filter((one) => one.artifact.sha256 === artifact.sha256);
    const build = builds.find(({ outputs }) => outputs.some(({ sha256 }) => sha256 === artifact.sha256));
    return {
      ...artifact,
      binaries: artifact.binaries ?? binariesOf(artifact, build),
      signatureProof: newestProof(about, ({ predicateType }) => predicateType === null),
      provenanceProof: newestProof(about, ({ predicateType }) => predicateType !== null && isProvenance(predicateType)),
      isolatedBuildOn: build?.builtAt.slice(0, 10) ?? null,
      rebuiltIdentically: rebuiltIdentically(artifact, builds),
    };
  });
}

/**
 * The newest verification that asked for it decides: no when one requirement was not fulfilled, yes when all were. Null: none asked,
 * or something that was needed was not at hand.
 */
function newestProof(
  verifications: readonly VerificationEntry[],
  asks: (requirement: VerifiedRequirement) => boolean,
): ReleaseProof | null {
  const newest = verifications.find(({ requirements }) => requirements.some(asks));
  if (newest === undefined) return null;
  // What was verified at the same instant counts as one: the worst of it.
  const asked = verifications
    .filter(({ verifiedAt }) => verifiedAt === newest.verifiedAt)
    .flatMap(({ requirements }) => requirements.filter(asks));
  const on = newest.verifiedAt.slice(0, 10);
  const refused = asked.find(({ outcome }) => outcome === 'not-verified');
  if (refused !== undefined) return { verifies: false, on, because: refused.because };
  const [first] = asked;
  if (first === undefined || asked.some(({ outcome }) => outcome !== 'verified')) return null;
  return { verifies: true, on, because: first.because };
}

/** What the build itself saw of a binary that is an artifact. */
function binariesOf({ sha256 }: ReleasedArtifact, build: BuildEntry | undefined): readonly ReleasedBinary[] | null {
  const hardening = build?.outputs.find((output) => output.sha256 === sha256)?.hardening ?? null;
  if (hardening === null) return null;
  const { format, hardened, protections } = hardening;
  return [{ path: '', format, hardened, protections }];
}

/**
 * What the newest build that was made twice says of an artifact: the same bytes both times, and those that were released. One that
 * made a file of its name with other bytes says no, unless the released bytes are known to come from another command.
 */
function rebuiltIdentically({ name, sha256 }: ReleasedArtifact, builds: readonly BuildEntry[]): boolean | null {
  const makers = new Set(builds.filter(({ outputs }) => has(outputs, sha256)).map(commandOf));
  for (const build of builds) {
    const { outputs, reproduction } = build;
    if (reproduction === null || (makers.size > 0 && !makers.has(commandOf(build)))) continue;
    const same = outputs.filter((output) => output.sha256 === sha256);
    const { differences, differenceCount } = reproduction;
    if (same.length > 0)
      return same.some(({ path }) => differences.some((difference) => difference.path === path))
        ? false
        : differenceCount > differences.length
          ? null // not every difference is named
          : true;
    if (outputs.some(({ path }) => path.slice(path.lastIndexOf('/') + 1) === name)) return false;
  }
  return null;
}

const has = (outputs: BuildEntry['outputs'], digest: string): boolean =>
  outputs.some(({ sha256 }) => sha256 === digest);

const commandOf = ({ command }: BuildEntry): string => JSON.stringify(command);
