// SPDX-License-Identifier: Apache-2.0
import type { RequirementsRecord } from '@plumbline/core/facts/records/requirements-record';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aRecord } from '../../testing/record-fixture.ts';

const record: RequirementsRecord = {
  owner: 'product security',
  version: '3',
  reviewedOn: '2026-01-15',
  requirements: [
    { id: 'V2.1.1', text: 'Passwords have at least 12 characters', source: 'ASVS 4.0.3', coveredBy: [] },
    { id: 'OWN-1', text: 'Reports are signed', source: null, coveredBy: [] },
  ],
};

export const fixtures: CheckFixtures = {
  facts: { 'record:requirements': aRecord(record) },
  flip: { kind: 'record:requirements', at: ['content', 'owner'], to: null },
  also: [
    { name: 'no register', facts: { 'record:requirements': 'absent' }, outcome: 'no' },
    { name: 'an empty one', facts: { 'record:requirements': aRecord({ ...record, requirements: [] }) }, outcome: 'no' },
    {
      name: 'one id twice',
      facts: {
        'record:requirements': aRecord({
          ...record,
          requirements: record.requirements.map((entry) => ({ ...entry, id: 'OWN-1' })),
        }),
      },
      outcome: 'no',
    },
    {
      name: 'placeholders',
      facts: { 'record:requirements': { ...aRecord(record), placeholder: true } },
      outcome: 'unknown',
    },
  ],
};
