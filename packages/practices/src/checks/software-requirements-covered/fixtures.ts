// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aRecord } from '../../testing/record-fixture.ts';

const record = {
  owner: 'product security',
  version: '3',
  reviewedOn: '2026-01-15',
  requirements: [
    { id: 'V2.1.1', text: 'Passwords are long', source: 'ASVS 4.0.3', coveredBy: ['test/password.test.ts'] },
    { id: 'OWN-1', text: 'Reports are signed', source: null, coveredBy: ['release-signed'] },
  ],
};

export const fixtures: CheckFixtures = {
  facts: { 'record:requirements': aRecord(record) },
  flip: { kind: 'record:requirements', at: ['content', 'requirements', 1, 'coveredBy'], to: [''] },
  also: [
    { name: 'no register', facts: { 'record:requirements': 'absent' }, outcome: 'no' },
    {
      name: 'nothing to cover',
      facts: { 'record:requirements': aRecord({ ...record, requirements: [] }) },
      outcome: 'no',
    },
  ],
};
