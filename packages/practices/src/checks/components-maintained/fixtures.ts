// SPDX-License-Identifier: Apache-2.0
import type { VulnerabilityFeeds } from '@plumbline/core/facts/vulnerability-feeds';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aKnown, someFeeds } from '../../testing/fixture-feeds.ts';
import { anInventory, noDependencies } from '../../testing/fixture-records.ts';

const withFeeds = (feeds: Partial<VulnerabilityFeeds>): FixtureFacts => ({
  'dependency-inventory': anInventory(),
  'vulnerability-feeds': someFeeds(feeds),
});

export const fixtures: CheckFixtures = {
  facts: withFeeds({ known: [aKnown()] }),
  flip: { kind: 'vulnerability-feeds', at: ['unmaintained'], to: ['pkg:npm/two@2.0.0'] },
  also: [
    { name: 'no feed', facts: { 'dependency-inventory': anInventory() }, outcome: 'unknown' },
    { name: 'an old feed', facts: withFeeds({ asOf: { osv: '2026-06-01' } }), outcome: 'unknown' },
    {
      name: 'an ecosystem without advisories',
      facts: withFeeds({ uncovered: [{ ecosystem: 'PyPI', components: 3 }] }),
      outcome: 'unknown',
    },
    {
      name: 'advisories that never say what is left',
      facts: withFeeds({ silent: { malicious: [], unmaintained: ['npm'] } }),
      outcome: 'unknown',
    },
    { name: 'no dependencies', facts: { 'dependency-inventory': noDependencies }, outcome: 'not-applicable' },
    {
      name: 'nothing is locked',
      facts: { ...withFeeds({}), 'dependency-inventory': anInventory({ components: [] }) },
      outcome: 'unknown',
    },
  ],
};
