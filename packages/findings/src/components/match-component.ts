// SPDX-License-Identifier: Apache-2.0
import type { Advisory, AffectedPackage } from '@plumbline/core/vulnerabilities/advisory';
import { splitEcosystem } from '@plumbline/core/vulnerabilities/ecosystems';
import { type KnownComponent, packageKey } from '@plumbline/core/vulnerabilities/package-key';
import { releaseMatch } from './distribution-release.ts';
import {
  type AffectedVerdict,
  type ComponentVersion,
  componentVersion,
  evaluateAffected,
} from './evaluate-affected.ts';

/** As much of an advisory as matching needs. */
export type MatchableAdvisory = Pick<Advisory, 'id' | 'withdrawnAt' | 'affected'>;

/**
 * An advisory that speaks of a component. `affected`: its version has the fault, with the reason and the versions that
 * no longer have it. `undecided`: it may have, and `because` says what nobody can tell.
 */
export type ComponentMatch<A extends MatchableAdvisory = Advisory> = {
  readonly advisory: A;
  readonly state: 'affected' | 'undecided';
  readonly because: string;
  readonly fixedIn: readonly string[];
};

/**
 * Every advisory that says that a component has a fault, or of which nobody can tell; those that say nothing of it, speak
 * of other versions, or were withdrawn are left out. A component without a version is undecided, never unaffected.
 */
export function matchComponent<A extends MatchableAdvisory>(
  component: KnownComponent,
  advisories: readonly A[],
): readonly ComponentMatch<A>[] {
  const { version } = component.purl;
  const parsed = version === null ? null : componentVersion(version);
  return advisories.flatMap((advisory) => {
    if (advisory.withdrawnAt !== null) return [];
    const verdicts = advisory.affected.flatMap((affected) => verdictOf(component, parsed, affected) ?? []);
    const found =
      verdicts.find(({ state }) => state === 'affected') ?? verdicts.find(({ state }) => state === 'undecided');
    if (found === undefined || found.state === 'not-affected') return [];
    return [
      {
        advisory,
        state: found.state,
        because: found.because,
        fixedIn: found.state === 'affected' ? found.fixedIn : [],
      },
    ];
  });
}

/** Null: this package of the advisory is another one, or for another release of the distribution. */
function verdictOf(
  { purl, base: own, name, key, ecosystem }: KnownComponent,
  version: ComponentVersion | null,
  affected: AffectedPackage,
): AffectedVerdict | null {
  const { base, release } = splitEcosystem(affected.ecosystem);
  // Most names are written as they are compared: then they need not be made comparable
  const same = base === own && affected.name === name;
  if (!same && packageKey(base, affected.name) !== key) return null;
  const match = releaseMatch(release, purl);
  if (match === 'other') return null;
  if (version === null) return { state: 'undecided', because: 'the version of the component is not known' };
  const verdict = evaluateAffected(version, affected, ecosystem.scheme);
  return match === 'unknown' && verdict.state === 'affected'
    ? { state: 'undecided', because: `${verdict.because} of ${affected.ecosystem}; the component names no release` }
    : verdict;
}
