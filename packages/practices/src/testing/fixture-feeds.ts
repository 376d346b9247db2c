// SPDX-License-Identifier: Apache-2.0
import type { VulnerabilityFeeds } from '@plumbline/core/facts/vulnerability-feeds';

type Known = VulnerabilityFeeds['known'][number];

/** A known vulnerability that is neither exploited nor malicious. */
export function aKnown(known: Partial<Known> = {}): Known {
  return {
    id: 'GHSA-xxxx-yyyy-zzzz',
    purl: 'pkg:npm/two@2.0.0',
    severity: 'medium',
    exploited: false,
    malicious: false,
    ...known,
  };
}

/** Feeds of the day before, with nothing in them. */
export function someFeeds(feeds: Partial<VulnerabilityFeeds> = {}): VulnerabilityFeeds {
  return { asOf: '2026-06-29', known: [], unmaintained: [], endOfLife: [], ...feeds };
}
