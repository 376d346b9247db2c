// SPDX-License-Identifier: Apache-2.0
import type { ResponseCases } from '@plumbline/core/facts/response-cases';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aCase, responseCases } from '../../testing/fixture-reports.ts';

const withCase = (...cases: readonly Partial<ResponseCases['cases'][number]>[]): FixtureFacts => ({
  'response-cases': responseCases(...cases.map((entry) => aCase(entry))),
});

export const fixtures: CheckFixtures = {
  facts: withCase({}),
  flip: { kind: 'response-cases', at: ['cases', 0, 'fixedOn'], to: '2026-04-02' },
  also: [
    { name: 'still open past its day', facts: withCase({ fixedOn: null }), outcome: 'no' },
    {
      name: 'the clock still runs',
      facts: withCase({ fixedOn: null, remediateBy: '2026-07-15' }),
      outcome: 'not-applicable',
    },
    { name: 'confirmed without a day', facts: withCase({ remediateBy: null, fixedOn: null }), outcome: 'no' },
    {
      name: 'not triaged yet',
      facts: withCase({ remediateBy: null, fixedOn: null, triagedOn: null, decision: null }),
      outcome: 'not-applicable',
    },
    {
      name: 'refuted',
      facts: withCase({ decision: 'duplicate', remediateBy: null, fixedOn: null }),
      outcome: 'not-applicable',
    },
    { name: 'no case', facts: withCase(), outcome: 'not-applicable' },
    { name: 'no register', facts: { 'response-cases': 'absent' }, outcome: 'no' },
  ],
};
