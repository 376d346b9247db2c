// SPDX-License-Identifier: Apache-2.0
import type { StatementEntry } from '@plumbline/core/facts/records/statements-record';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { statementsOn } from '../../testing/fixture-records.ts';

const withStatement = (entry: Partial<StatementEntry>): FixtureFacts => ({
  'record:statements': statementsOn('executable-testing-decided', { decision: ['test', 'fuzzing'], ...entry }),
});

export const fixtures: CheckFixtures = {
  facts: withStatement({}),
  flip: { kind: 'record:statements', at: ['content', 'statements', 0, 'on'], to: '2024-02-01' },
  also: [
    { name: 'no register', facts: { 'record:statements': 'absent' }, outcome: 'no' },
    { name: 'another topic', facts: withStatement({ topic: 'management-commitment' }), outcome: 'no' },
    { name: 'no method', facts: withStatement({ decision: [' '] }), outcome: 'no' },
    { name: 'past its end', facts: withStatement({ validUntil: '2026-05-31' }), outcome: 'no' },
    { name: 'reviewed since', facts: withStatement({ on: '2023-01-01', reviewedOn: '2026-01-01' }), outcome: 'yes' },
  ],
};
