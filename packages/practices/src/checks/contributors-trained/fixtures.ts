// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { gitHistory } from '../../testing/git-history-fixture.ts';
import { aRecord } from '../../testing/record-fixture.ts';

const trained = (person: string, validUntil = '2027-01-01', role: string | null = 'developer') => ({
  person,
  role,
  course: 'Secure coding',
  completedOn: '2026-01-01',
  validUntil,
});
const entries = [trained('Ada@example.com'), trained('@grace', '2026-06-30')];

export const fixtures: CheckFixtures = {
  facts: { 'record:training': aRecord({ entries }), 'git-history': gitHistory() },
  flip: { kind: 'record:training', at: ['content', 'entries', 1, 'validUntil'], to: '2026-06-29' },
  also: [
    { name: 'no register', facts: { 'record:training': 'absent', 'git-history': gitHistory() }, outcome: 'no' },
    {
      name: 'training for no role',
      facts: {
        'record:training': aRecord({
          entries: [entries[0], trained('@grace', '2027-01-01', null)].flatMap((e) => e ?? []),
        }),
        'git-history': gitHistory(),
      },
      outcome: 'no',
    },
    {
      name: 'nobody committed',
      facts: { 'record:training': aRecord({ entries }), 'git-history': gitHistory({ contributorsLast90Days: [] }) },
      outcome: 'not-applicable',
    },
  ],
};
