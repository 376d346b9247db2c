// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aRecord } from '../../testing/record-fixture.ts';

const record = {
  owner: 'product security',
  version: '3',
  reviewedOn: '2026-01-15',
  requirements: [{ id: 'OWN-1', text: 'Reports are signed', source: null, coveredBy: [] }],
};

export const fixtures: CheckFixtures = {
  facts: { 'record:requirements': aRecord(record) },
  flip: { kind: 'record:requirements', at: ['content', 'reviewedOn'], to: '2025-05-01' },
  also: [
    { name: 'no register', facts: { 'record:requirements': 'absent' }, outcome: 'no' },
    {
      name: 'a review in the future',
      facts: { 'record:requirements': aRecord({ ...record, reviewedOn: '2027-01-01' }) },
      outcome: 'no',
    },
    {
      name: 'a review of nothing',
      facts: { 'record:requirements': aRecord({ ...record, requirements: [] }) },
      outcome: 'no',
    },
  ],
};
