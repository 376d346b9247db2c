// SPDX-License-Identifier: Apache-2.0
import type { BillSubject } from '@plumbline/core/sbom/bill-of-materials';
import { readCycloneDxSubject } from '../cyclonedx/read-cyclonedx-bill.ts';
import type { Parsed } from '../imports/parsed.ts';
import { readSpdxBill } from '../spdx/read-spdx-bill.ts';

/** What a bill of materials is of. CycloneDX is read no further than that, so that what it lists takes no memory. */
export function readBillSubject(bytes: Uint8Array): Parsed<BillSubject> {
  const cycloneDx = readCycloneDxSubject(bytes);
  if (cycloneDx.state === 'parsed') return cycloneDx;
  const spdx = readSpdxBill(bytes);
  if (spdx.state === 'parsed') return { state: 'parsed', found: spdx.found.map(({ subject }) => subject) };
  return spdx.fault.code === 'unknown-format' ? cycloneDx : spdx;
}
