// SPDX-License-Identifier: Apache-2.0
import type { RootCause, RootCausesRecord } from '@plumbline/core/facts/records/root-causes-record';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aRootCause, rootCauses } from '../../testing/fixture-root-causes.ts';

const withCause = (cause: Partial<RootCause>, record: Partial<RootCausesRecord> = {}): FixtureFacts => ({
  'record:root-causes': rootCauses([aRootCause(cause)], record),
});

export const fixtures: CheckFixtures = {
  facts: withCause({}),
  flip: { kind: 'record:root-causes', at: ['content', 'causes', 0, 'processCause'], to: null },
  also: [
    { name: 'an empty text', facts: withCause({ processCause: ' ' }), outcome: 'no' },
    {
      name: 'closed long ago',
      facts: withCause({ closedOn: '2024-01-01', processCause: null }),
      outcome: 'not-applicable',
    },
    { name: 'not declared complete', facts: withCause({}, { complete: false }), outcome: 'unknown' },
    {
      name: 'none, not declared complete',
      facts: { 'record:root-causes': rootCauses([], { complete: false }) },
      outcome: 'unknown',
    },
    { name: 'none, and complete', facts: { 'record:root-causes': rootCauses([]) }, outcome: 'not-applicable' },
    { name: 'no register', facts: { 'record:root-causes': 'absent' }, outcome: 'no' },
  ],
};
