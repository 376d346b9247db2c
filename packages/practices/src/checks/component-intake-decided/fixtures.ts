// SPDX-License-Identifier: Apache-2.0
import type { IntakeEntry } from '@plumbline/core/facts/records/component-intake-record';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { anInventory, noDependencies } from '../../testing/fixture-records.ts';
import { aRecord } from '../../testing/record-fixture.ts';

const entry: IntakeEntry = {
  component: 'pkg:npm/two',
  decision: 'approved',
  by: 'lead',
  on: '2026-01-10',
  because: 'Small, maintained by three people',
};
const withEntries = (...entries: readonly Partial<IntakeEntry>[]): FixtureFacts => ({
  'record:component-intake': aRecord({ entries: entries.map((change) => ({ ...entry, ...change })) }),
  'dependency-inventory': anInventory(),
});

export const fixtures: CheckFixtures = {
  facts: withEntries({}, { component: 'pkg:npm/%40scope/*' }),
  flip: { kind: 'record:component-intake', at: ['content', 'entries', 0, 'decision'], to: 'rejected' },
  also: [
    { name: 'one is undecided', facts: withEntries({}), outcome: 'no' },
    { name: 'another version', facts: withEntries({ component: 'pkg:npm/two@1.0.0' }), outcome: 'no' },
    { name: 'everything at once is no decision', facts: withEntries({ component: '*' }), outcome: 'no' },
    { name: 'without a reason', facts: withEntries({ component: 'pkg:npm/*', because: ' ' }), outcome: 'no' },
    {
      name: 'by exact version and with a condition',
      facts: withEntries(
        { component: 'pkg:npm/two@2.0.0' },
        { component: 'pkg:npm/%40scope/one', decision: 'conditional' },
      ),
      outcome: 'yes',
    },
    { name: 'no register', facts: { ...withEntries({}), 'record:component-intake': 'absent' }, outcome: 'no' },
    {
      name: 'no dependencies',
      facts: { ...withEntries({}), 'dependency-inventory': noDependencies },
      outcome: 'not-applicable',
    },
    {
      name: 'nothing is locked',
      facts: { ...withEntries({}), 'dependency-inventory': anInventory({ components: [] }) },
      outcome: 'unknown',
    },
  ],
};
