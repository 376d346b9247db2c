// SPDX-License-Identifier: Apache-2.0
import type { ResponseCases } from '@plumbline/core/facts/response-cases';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aCase, responseCases } from '../../testing/fixture-reports.ts';

const withCase = (...cases: readonly Partial<ResponseCases['cases'][number]>[]): FixtureFacts => ({
  'response-cases': responseCases(...cases.map((entry) => aCase(entry))),
});

export const fixtures: CheckFixtures = {
  facts: withCase({}),
  flip: { kind: 'response-cases', at: ['cases', 0, 'answeredOn'], to: '2026-03-09' },
  also: [
    { name: 'on the last day', facts: withCase({ answeredOn: '2026-03-08' }), outcome: 'yes' },
    { name: 'not answered', facts: withCase({ answeredOn: null }), outcome: 'no' },
    { name: 'not due yet', facts: withCase({ receivedOn: '2026-06-29', answeredOn: null }), outcome: 'not-applicable' },
    {
      name: 'one answered, one not due yet',
      facts: withCase({}, { receivedOn: '2026-06-29', answeredOn: null }),
      outcome: 'yes',
    },
    { name: 'a day that cannot be read', facts: withCase({ receivedOn: 'soon' }), outcome: 'no' },
    { name: 'no case', facts: withCase(), outcome: 'not-applicable' },
    { name: 'no register', facts: { 'response-cases': 'absent' }, outcome: 'no' },
  ],
};
