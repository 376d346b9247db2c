// SPDX-License-Identifier: Apache-2.0
import type { RolesRecord } from '@plumbline/core/facts/records/roles-record';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { forgeSettings } from '../../testing/forge-settings-fixture.ts';
import { aRecord } from '../../testing/record-fixture.ts';

const roles = (...holders: readonly string[]): RolesRecord => ({
  owner: 'x',
  reviewedOn: '2026-03-01',
  roles: [{ role: 'Release engineer', responsibilities: ['releases'], holders, escalation: null }],
});

export const fixtures: CheckFixtures = {
  facts: { 'forge-settings': forgeSettings, 'record:roles': aRecord(roles('@Ada', 'grace')) },
  flip: { kind: 'forge-settings', at: ['administrators'], to: ['ada', 'mallory'] },
  also: [
    {
      name: 'no record of roles',
      facts: { 'forge-settings': forgeSettings, 'record:roles': 'absent' },
      outcome: 'no',
    },
    {
      name: 'holders by address cannot be compared',
      facts: { 'forge-settings': forgeSettings, 'record:roles': aRecord(roles('ada', 'grace@example.com')) },
      outcome: 'unknown',
    },
    {
      name: "the forge's own address of a handle can",
      facts: {
        'forge-settings': forgeSettings,
        'record:roles': aRecord(roles('ada', '77+grace@users.noreply.github.com')),
      },
      outcome: 'yes',
    },
  ],
};
