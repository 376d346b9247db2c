// SPDX-License-Identifier: Apache-2.0
import type { KnownVulnerability, VulnerabilityFeeds } from '@plumbline/core/facts/vulnerability-feeds';

/** A known vulnerability that is neither exploited nor malicious. */
export function aKnown(known: Partial<KnownVulnerability> = {}): KnownVulnerability {
  return {
    id: 'GHSA-xxxx-yyyy-zzzz',
    aliases: [],
    purl: 'pkg:npm/two@2.0.0',
    severity: 'medium',
    exploited: false,
    malicious: false,
    epss: null,
    fixedIn: ['2.0.1'],
    because: '2.0.0 is in the range from the first version to before 2.0.1 (SEMVER)',
    ...known,
  };
}

const yesterday = '2026-06-29';

/** Feeds of the day before, asked about two components, with nothing in them. */
export function someFeeds(feeds: Partial<VulnerabilityFeeds> = {}): VulnerabilityFeeds {
  return {
    asOf: { osv: yesterday, kev: yesterday, epss: yesterday, 'end-of-life': yesterday },
    asked: 2,
    known: [],
    undecided: [],
    uncovered: [],
    unmaintained: [],
    silent: { malicious: [], unmaintained: [] },
    endOfLife: [],
    lifecycleUnknown: [],
    ...feeds,
  };
}
