// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { gateResults } from '../../testing/gate-results-fixture.ts';

export const fixtures: CheckFixtures = {
  facts: { 'gate-results': gateResults },
  flip: { kind: 'gate-results', at: ['broken'], to: ['gate-2026-05-03.json'] },
  also: [
    { name: 'no results', facts: { 'gate-results': 'absent' }, outcome: 'no' },
    { name: 'not all verified', facts: { 'gate-results': { ...gateResults, verified: 3 } }, outcome: 'unknown' },
    {
      name: 'expected and not there',
      facts: { 'gate-results': { ...gateResults, kept: 0, verified: 0 } },
      outcome: 'no',
    },
    {
      name: 'nothing was expected',
      facts: { 'gate-results': { ...gateResults, expected: 0, kept: 0, verified: 0 } },
      outcome: 'not-applicable',
    },
  ],
};
