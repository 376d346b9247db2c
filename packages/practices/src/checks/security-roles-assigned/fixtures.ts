// SPDX-License-Identifier: Apache-2.0
import type { RolesRecord } from '@plumbline/core/facts/records/roles-record';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aRecord } from '../../testing/record-fixture.ts';

const role = (name: string, ...responsibilities: readonly string[]): RolesRecord['roles'][number] => ({
  role: name,
  responsibilities,
  holders: ['ada'],
  escalation: 'chief executive',
});
const record: RolesRecord = {
  owner: 'head of engineering',
  reviewedOn: '2026-03-01',
  roles: [
    role('Product manager', 'accountable for releases to production'),
    role('Developer', 'writes and reviews code'),
    role('Tester', 'plans the tests'),
    role('Release engineer', 'runs the build'),
    role('Security champion', 'threat models', 'first responder to vulnerability reports'),
  ],
};

export const fixtures: CheckFixtures = {
  facts: { 'record:roles': aRecord(record) },
  flip: { kind: 'record:roles', at: ['content', 'roles', 4, 'escalation'], to: null },
  also: [
    { name: 'no register', facts: { 'record:roles': 'absent' }, outcome: 'no' },
    { name: 'no role', facts: { 'record:roles': aRecord({ ...record, roles: [] }) }, outcome: 'no' },
    {
      name: 'nobody responds to vulnerabilities',
      facts: {
        'record:roles': aRecord({
          ...record,
          roles: [...record.roles.slice(0, 4), role('Security champion', 'threat models')],
        }),
      },
      outcome: 'no',
    },
    {
      name: 'an old review',
      facts: { 'record:roles': aRecord({ ...record, reviewedOn: '2024-03-01' }) },
      outcome: 'no',
    },
  ],
};
