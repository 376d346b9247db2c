// SPDX-License-Identifier: Apache-2.0
import type { SupplierEntry, SuppliersRecord } from '@plumbline/core/facts/records/suppliers-record';
import { list, map } from '../../../platform/record-schema/collections.ts';
import { or, orNull } from '../../../platform/record-schema/presence.ts';
import type { Schema } from '../../../platform/record-schema/schema.ts';
import { day, oneOf, text, truth } from '../../../platform/record-schema/scalars.ts';

const supplier: Schema<SupplierEntry> = map<SupplierEntry>(
  {
    name: text('Name of the supplier, as bills of materials write it'),
    kind: oneOf(['commercial', 'open-source', 'in-house'], 'What kind of supplier it is'),
    components: or(list(text('Package URL or name'), 'What comes from it'), []),
    requirementsVersion: orNull(text('The version of our requirements that it acknowledged')),
    acknowledgedOn: orNull(day('The day on which it did')),
    assessment: orNull(text('Where its own assessment is, for an in-house supplier')),
  },
  'One supplier of components',
);

export const suppliersSchema: Schema<SuppliersRecord> = map<SuppliersRecord>(
  {
    complete: or(truth('True when every supplier is listed'), false),
    suppliers: list(supplier, 'Suppliers'),
  },
  'Suppliers and what they acknowledged (SP 800-218 PO.1.3, PW.4.2)',
);
