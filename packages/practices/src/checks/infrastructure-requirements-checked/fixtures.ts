// SPDX-License-Identifier: Apache-2.0
import type { PoliciesRecord } from '@plumbline/core/facts/records/policies-record';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aRecord } from '../../testing/record-fixture.ts';

const policies = (...watchers: readonly (readonly string[])[]): PoliciesRecord => ({
  policies: [
    {
      id: 'INF-1',
      title: 'Development infrastructure',
      covers: 'infrastructure',
      clauses: watchers.map((watchedBy, index) => ({ id: `INF-1.${index}`, text: 'Hosts are ephemeral', watchedBy })),
    },
  ],
});
const statement = {
  topic: 'visitors-escorted',
  text: 'Visitors are escorted',
  by: 'site lead',
  role: 'site lead',
  on: '2026-02-01',
  validUntil: null,
  decision: [],
};
const stated = aRecord(policies(['visitors-escorted']));

export const fixtures: CheckFixtures = {
  facts: { 'record:policies': aRecord(policies(['builds-isolated'], ['members-use-mfa'])) },
  flip: { kind: 'record:policies', at: ['content', 'policies', 0, 'clauses', 1, 'watchedBy'], to: [] },
  also: [
    { name: 'no register', facts: { 'record:policies': 'absent' }, outcome: 'no' },
    { name: 'a policy without clauses', facts: { 'record:policies': aRecord(policies()) }, outcome: 'no' },
    {
      name: 'a topic with a current statement',
      facts: { 'record:policies': stated, 'record:statements': aRecord({ statements: [statement] }) },
      outcome: 'yes',
    },
    {
      name: 'a topic with an old statement',
      facts: {
        'record:policies': stated,
        'record:statements': aRecord({ statements: [{ ...statement, on: '2024-02-01' }] }),
      },
      outcome: 'no',
    },
    { name: 'a topic and no statements to look at', facts: { 'record:policies': stated }, outcome: 'unknown' },
  ],
};
