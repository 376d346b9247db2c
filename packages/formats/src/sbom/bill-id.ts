// SPDX-License-Identifier: Apache-2.0
import { digestOf } from '@plumbline/core/digest';
import type { BillOfMaterials } from '@plumbline/core/sbom/bill-of-materials';
import { uuidV5 } from '../uuid/uuid-v5.ts';

/** A UUID that follows from all that the bill says and from the format it is written in. */
export function billId(bill: BillOfMaterials, format: string): string {
  return uuidV5(`${format}/${digestOf(bill)}`);
}
