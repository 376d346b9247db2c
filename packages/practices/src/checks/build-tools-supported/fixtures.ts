// SPDX-License-Identifier: Apache-2.0
import type { VulnerabilityFeeds } from '@plumbline/core/facts/vulnerability-feeds';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aBuild } from '../../testing/fixture-builds.ts';
import { someFeeds } from '../../testing/fixture-feeds.ts';
import { anInventory } from '../../testing/fixture-records.ts';

const endOfLife = { tool: 'rust', version: '1.88.0', since: '2027-01-01' };
const withFeeds = (feeds: Partial<VulnerabilityFeeds>): FixtureFacts => ({
  'build-configuration': aBuild(),
  'dependency-inventory': anInventory(),
  'vulnerability-feeds': someFeeds(feeds),
});
const { 'vulnerability-feeds': _, ...withoutFeeds } = withFeeds({});

export const fixtures: CheckFixtures = {
  facts: withFeeds({ endOfLife: [endOfLife] }),
  flip: { kind: 'vulnerability-feeds', at: ['endOfLife', 0, 'since'], to: '2026-01-01' },
  also: [
    { name: 'no feed', facts: withoutFeeds, outcome: 'unknown' },
    { name: 'an old feed', facts: withFeeds({ asOf: { 'end-of-life': '2026-01-01' } }), outcome: 'unknown' },
    { name: 'advisories only', facts: withFeeds({ asOf: { osv: '2026-06-29' } }), outcome: 'unknown' },
    {
      name: 'a tool that the data does not know',
      facts: withFeeds({ lifecycleUnknown: [{ tool: 'cc', version: '1', because: 'not in the data' }] }),
      outcome: 'unknown',
    },
    { name: 'an end at no date', facts: withFeeds({ endOfLife: [{ ...endOfLife, since: '' }] }), outcome: 'no' },
    {
      name: 'no version is named',
      facts: { ...withFeeds({}), 'build-configuration': aBuild({ toolchains: [] }) },
      outcome: 'unknown',
    },
    {
      name: 'nothing is built',
      facts: { ...withFeeds({}), 'build-configuration': 'absent' },
      outcome: 'not-applicable',
    },
  ],
};
