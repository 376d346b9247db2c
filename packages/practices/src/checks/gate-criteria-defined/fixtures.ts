// SPDX-License-Identifier: Apache-2.0
import type { GatePolicyRecord } from '@plumbline/core/facts/records/gate-policy-record';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aRecord } from '../../testing/record-fixture.ts';

const record: GatePolicyRecord = {
  owner: 'product security',
  reviewedOn: '2026-03-01',
  rules: [{ id: 'no-critical', mode: 'enforce', tasks: ['PW.4.1'], criterion: 'findings.critical == 0' }],
};

export const fixtures: CheckFixtures = {
  facts: { 'record:gate-policy': aRecord(record) },
  flip: { kind: 'record:gate-policy', at: ['content', 'reviewedOn'], to: null },
  also: [
    { name: 'no policy', facts: { 'record:gate-policy': 'absent' }, outcome: 'no' },
    { name: 'no rules', facts: { 'record:gate-policy': aRecord({ ...record, rules: [] }) }, outcome: 'no' },
    { name: 'nobody owns it', facts: { 'record:gate-policy': aRecord({ ...record, owner: ' ' }) }, outcome: 'no' },
    {
      name: 'placeholders',
      facts: { 'record:gate-policy': { ...aRecord(record), placeholder: true } },
      outcome: 'unknown',
    },
  ],
};
