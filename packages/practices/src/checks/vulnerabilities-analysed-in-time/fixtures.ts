// SPDX-License-Identifier: Apache-2.0
import type { ResponseCases } from '@plumbline/core/facts/response-cases';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aCase, responseCases } from '../../testing/fixture-reports.ts';

const withCase = (...cases: readonly Partial<ResponseCases['cases'][number]>[]): FixtureFacts => ({
  'response-cases': responseCases(...cases.map((entry) => aCase(entry))),
});

export const fixtures: CheckFixtures = {
  facts: withCase({}),
  flip: { kind: 'response-cases', at: ['cases', 0, 'triagedOn'], to: '2026-04-01' },
  also: [
    { name: 'no severity', facts: withCase({ cvss: null }), outcome: 'no' },
    { name: 'no decision', facts: withCase({ decision: ' ' }), outcome: 'no' },
    {
      name: 'refuted, so there is nothing to rate',
      facts: withCase({ decision: 'Not a vulnerability', cvss: null }),
      outcome: 'yes',
    },
    { name: 'not due yet', facts: withCase({ receivedOn: '2026-06-25', triagedOn: null }), outcome: 'not-applicable' },
    { name: 'no case', facts: withCase(), outcome: 'not-applicable' },
    { name: 'no register', facts: { 'response-cases': 'absent' }, outcome: 'no' },
  ],
};
