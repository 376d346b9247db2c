// SPDX-License-Identifier: Apache-2.0
import type { SupplierEntry, SuppliersRecord } from '@plumbline/core/facts/records/suppliers-record';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aRecord } from '../../testing/record-fixture.ts';

const supplier: SupplierEntry = {
  name: 'platform team',
  kind: 'in-house',
  components: ['pkg:npm/%40example/log'],
  requirementsVersion: null,
  acknowledgedOn: null,
  assessment: 'https://example.com/log/assessment.json',
};
const withRecord = (record: Partial<SuppliersRecord>): FixtureFacts => ({
  'record:suppliers': aRecord({ complete: true, suppliers: [supplier], ...record }),
});

export const fixtures: CheckFixtures = {
  facts: withRecord({}),
  flip: { kind: 'record:suppliers', at: ['content', 'suppliers', 0, 'assessment'], to: null },
  also: [
    { name: 'not declared complete', facts: withRecord({ complete: false }), outcome: 'unknown' },
    {
      name: 'no in-house component',
      facts: withRecord({ suppliers: [{ ...supplier, kind: 'open-source' }] }),
      outcome: 'not-applicable',
    },
    { name: 'none named, not complete', facts: withRecord({ complete: false, suppliers: [] }), outcome: 'unknown' },
    { name: 'no register', facts: { 'record:suppliers': 'absent' }, outcome: 'no' },
  ],
};
