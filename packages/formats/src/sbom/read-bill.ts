// SPDX-License-Identifier: Apache-2.0
import type { BillOfMaterials } from '@plumbline/core/sbom/bill-of-materials';
import { readCycloneDxBill } from '../cyclonedx/read-cyclonedx-bill.ts';
import type { Parsed } from '../imports/parsed.ts';
import { readSpdxBill } from '../spdx/read-spdx-bill.ts';

/** A bill of materials in whichever format it is: CycloneDX as JSON or XML, SPDX as JSON, tag-value or JSON-LD. */
export function readBill(bytes: Uint8Array): Parsed<BillOfMaterials> {
  const cycloneDx = readCycloneDxBill(bytes);
  if (cycloneDx.state === 'parsed') return cycloneDx;
  const spdx = readSpdxBill(bytes);
  if (spdx.state === 'parsed' || spdx.fault.code !== 'unknown-format') return spdx;
  return cycloneDx;
}
