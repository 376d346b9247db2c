// SPDX-License-Identifier: Apache-2.0
import type { RootCausesRecord } from '@plumbline/core/facts/records/root-causes-record';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aRootCause, rootCauses } from '../../testing/fixture-root-causes.ts';

const withRecord = (record: Partial<RootCausesRecord>): FixtureFacts => ({
  'record:root-causes': rootCauses([aRootCause()], record),
});
const never = { trendsReviewedOn: null, trendsReviewedBy: null };

export const fixtures: CheckFixtures = {
  facts: withRecord({}),
  flip: { kind: 'record:root-causes', at: ['content', 'trendsReviewedOn'], to: '2025-05-01' },
  also: [
    { name: 'by nobody', facts: withRecord({ trendsReviewedBy: ' ' }), outcome: 'no' },
    { name: 'no closed case, and complete', facts: withRecord({ ...never, causes: [] }), outcome: 'not-applicable' },
    {
      name: 'no closed case, not complete',
      facts: withRecord({ ...never, causes: [], complete: false }),
      outcome: 'unknown',
    },
    { name: 'no register', facts: { 'record:root-causes': 'absent' }, outcome: 'no' },
  ],
};
