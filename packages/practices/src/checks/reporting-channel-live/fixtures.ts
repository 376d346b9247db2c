// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { responseCases } from '../../testing/fixture-reports.ts';

export const fixtures: CheckFixtures = {
  facts: { 'response-cases': responseCases() },
  flip: { kind: 'response-cases', at: ['channelTriedOn'], to: '2025-11-01' },
  also: [
    { name: 'never', facts: { 'response-cases': { ...responseCases(), channelTriedOn: null } }, outcome: 'no' },
    {
      name: 'in the future',
      facts: { 'response-cases': { ...responseCases(), channelTriedOn: '2026-08-01' } },
      outcome: 'no',
    },
    { name: 'no register', facts: { 'response-cases': 'absent' }, outcome: 'no' },
  ],
};
