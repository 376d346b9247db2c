// SPDX-License-Identifier: Apache-2.0
import type { Sboms } from '@plumbline/core/facts/imported/sboms';
import type { RequirementsRecord } from '@plumbline/core/facts/records/requirements-record';
import type { SuppliersRecord } from '@plumbline/core/facts/records/suppliers-record';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aRecord } from '../../testing/record-fixture.ts';
import { aSbom } from '../../testing/imported-fixtures.ts';

const requirements = aRecord<RequirementsRecord>({ owner: 'x', version: '3', reviewedOn: null, requirements: [] });
const vendor = {
  name: 'Vendor',
  kind: 'commercial',
  components: ['pkg:generic/codec'],
  requirementsVersion: '3',
  acknowledgedOn: '2026-02-01',
  assessment: null,
} as const;
const suppliers = (record: Partial<SuppliersRecord> = {}): SuppliersRecord => ({
  complete: true,
  suppliers: [vendor],
  ...record,
});
const supplied = (supplier: string | null): Sboms => ({
  sboms: [
    aSbom({
      components: [{ purl: 'pkg:npm/left-pad@1.3.0', name: 'left-pad', version: '1.3.0', hashed: true, supplier }],
    }),
  ],
});

export const fixtures: CheckFixtures = {
  facts: { 'record:suppliers': aRecord(suppliers()), 'record:requirements': requirements },
  flip: { kind: 'record:suppliers', at: ['content', 'suppliers', 0, 'requirementsVersion'], to: '2' },
  also: [
    { name: 'no register', facts: { 'record:suppliers': 'absent' }, outcome: 'unknown' },
    {
      name: 'all told, but the register is not complete',
      facts: { 'record:suppliers': aRecord(suppliers({ complete: false })), 'record:requirements': requirements },
      outcome: 'unknown',
    },
    {
      name: 'no requirements to acknowledge',
      facts: { 'record:suppliers': aRecord(suppliers()), 'record:requirements': 'absent' },
      outcome: 'no',
    },
    {
      name: 'requirements that cannot be read',
      facts: { 'record:suppliers': aRecord(suppliers()) },
      outcome: 'unknown',
    },
    {
      name: 'register and bill of materials show nothing commercial',
      facts: { 'record:suppliers': aRecord(suppliers({ suppliers: [] })), sboms: supplied(null) },
      outcome: 'not-applicable',
    },
    {
      name: 'the bill of materials names a stranger',
      facts: { 'record:suppliers': aRecord(suppliers({ suppliers: [] })), sboms: supplied('Stranger Inc.') },
      outcome: 'unknown',
    },
    {
      name: 'nothing confirms the register',
      facts: { 'record:suppliers': aRecord(suppliers({ suppliers: [] })) },
      outcome: 'unknown',
    },
  ],
};
