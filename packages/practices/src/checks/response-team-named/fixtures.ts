// SPDX-License-Identifier: Apache-2.0
import type { RoleEntry, RolesRecord } from '@plumbline/core/facts/records/roles-record';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aRecord } from '../../testing/record-fixture.ts';

const role: RoleEntry = {
  role: 'Product security incident response',
  responsibilities: ['Triage reports within a week'],
  holders: ['anna', 'bea'],
  escalation: 'chief technology officer',
};
const withRoles = (change: Partial<RoleEntry>, record: Partial<RolesRecord> = {}): FixtureFacts => ({
  'record:roles': aRecord({ owner: 'lead', reviewedOn: '2026-03-01', roles: [{ ...role, ...change }], ...record }),
});

export const fixtures: CheckFixtures = {
  facts: withRoles({}),
  flip: { kind: 'record:roles', at: ['content', 'roles', 0, 'escalation'], to: null },
  also: [
    {
      name: 'by its responsibilities',
      facts: withRoles({ role: 'Security lead', responsibilities: ['Handles vulnerability reports'] }),
      outcome: 'yes',
    },
    {
      name: 'another role',
      facts: withRoles({ role: 'Release manager', responsibilities: ['Responds to build failures'] }),
      outcome: 'no',
    },
    { name: 'nobody holds it', facts: withRoles({ holders: [' '] }), outcome: 'no' },
    { name: 'an old record', facts: withRoles({}, { reviewedOn: '2024-03-01' }), outcome: 'no' },
    { name: 'no record', facts: { 'record:roles': 'absent' }, outcome: 'no' },
  ],
};
