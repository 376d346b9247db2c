// SPDX-License-Identifier: Apache-2.0
import type { BillOfMaterials } from '@plumbline/core/sbom/bill-of-materials';
import type { Parsed } from '../imports/parsed.ts';
import { openSpdx } from './open-spdx.ts';
import { spdx2Bill } from './spdx-2-bill.ts';
import { spdx3Bill } from './spdx-3-bill.ts';
import { spdxBillKeep } from './spdx-keep.ts';

/**
 * A document of SPDX 2.2, 2.3 or 3.0 as a bill of materials with hashes, licences and edges. What the standard refuses
 * is passed over; `parseSpdx` names it.
 */
export function readSpdxBill(bytes: Uint8Array): Parsed<BillOfMaterials> {
  const opened = openSpdx(bytes, spdxBillKeep);
  if (opened.state === 'failed') return opened;
  const bill = opened.state === 'version-2' ? spdx2Bill(opened.document) : spdx3Bill(opened.graph);
  return { state: 'parsed', found: [bill] };
}
