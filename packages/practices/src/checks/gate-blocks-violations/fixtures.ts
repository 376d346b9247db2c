// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { gateResults } from '../../testing/gate-results-fixture.ts';

export const fixtures: CheckFixtures = {
  facts: { 'gate-results': gateResults },
  flip: { kind: 'gate-results', at: ['provedOn'], to: '2026-03-01' },
  also: [
    { name: 'no results', facts: { 'gate-results': 'absent' }, outcome: 'no' },
    { name: 'never proved', facts: { 'gate-results': { ...gateResults, provedOn: null } }, outcome: 'no' },
  ],
};
