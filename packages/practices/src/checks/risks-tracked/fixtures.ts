// SPDX-License-Identifier: Apache-2.0
import type { RiskEntry } from '@plumbline/core/facts/records/risks-record';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aRecord } from '../../testing/record-fixture.ts';

const risk: RiskEntry = {
  id: 'R1',
  title: 'One maintainer holds all keys',
  decision: 'mitigate',
  owner: 'lead',
  reviewOn: '2026-09-01',
};
const withRisks = (...risks: readonly RiskEntry[]): FixtureFacts => ({
  'record:risks': aRecord({ risks }),
});

export const fixtures: CheckFixtures = {
  facts: withRisks(risk),
  flip: { kind: 'record:risks', at: ['content', 'risks', 0, 'decision'], to: 'undecided' },
  also: [
    { name: 'no register', facts: { 'record:risks': 'absent' }, outcome: 'no' },
    { name: 'an empty one', facts: withRisks(), outcome: 'no' },
    { name: 'an overdue review', facts: withRisks(risk, { ...risk, reviewOn: '2026-06-01' }), outcome: 'no' },
    { name: 'a review on the very day', facts: withRisks({ ...risk, reviewOn: '2026-06-30' }), outcome: 'yes' },
    { name: 'no owner', facts: withRisks({ ...risk, owner: ' ' }), outcome: 'no' },
    { name: 'no review planned', facts: withRisks({ ...risk, reviewOn: null }), outcome: 'no' },
    {
      name: 'a placeholder',
      facts: { 'record:risks': { ...aRecord({ risks: [risk] }), placeholder: true } },
      outcome: 'unknown',
    },
  ],
};
