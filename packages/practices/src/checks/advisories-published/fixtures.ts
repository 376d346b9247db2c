// SPDX-License-Identifier: Apache-2.0
import type { ResponseCases } from '@plumbline/core/facts/response-cases';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aCase, responseCases } from '../../testing/fixture-reports.ts';

const withCase = (...cases: readonly Partial<ResponseCases['cases'][number]>[]): FixtureFacts => ({
  'response-cases': responseCases(...cases.map((entry) => aCase(entry))),
});

export const fixtures: CheckFixtures = {
  facts: withCase({}),
  flip: { kind: 'response-cases', at: ['cases', 0, 'advisory'], to: null },
  also: [
    { name: 'fixed last week', facts: withCase({ advisory: null, fixedOn: '2026-06-24' }), outcome: 'not-applicable' },
    { name: 'not fixed yet', facts: withCase({ advisory: null, fixedOn: null }), outcome: 'not-applicable' },
    { name: 'one of two is missing', facts: withCase({}, { id: 'CASE-2', advisory: ' ' }), outcome: 'no' },
    { name: 'no case', facts: withCase(), outcome: 'not-applicable' },
    { name: 'no register', facts: { 'response-cases': 'absent' }, outcome: 'no' },
  ],
};
