// SPDX-License-Identifier: Apache-2.0
import type { BillOfMaterials } from '@plumbline/core/sbom/bill-of-materials';
import { renderCycloneDxBill } from '../cyclonedx/render-cyclonedx-bill.ts';
import { renderSpdx2Bill } from '../spdx/render-spdx-2.ts';
import { renderSpdx3Bill } from '../spdx/render-spdx-3.ts';
import type { BillFormat } from './bill-formats.ts';

/** A bill of materials in one of its formats, as JSON text that ends with a line feed. */
export function renderBill(bill: BillOfMaterials, format: BillFormat): string {
  return renderers[format](bill);
}

const renderers: { readonly [F in BillFormat]: (bill: BillOfMaterials) => string } = {
  'cyclonedx-1.7': (bill) => renderCycloneDxBill(bill, '1.7'),
  'cyclonedx-1.6': (bill) => renderCycloneDxBill(bill, '1.6'),
  'spdx-2.3': renderSpdx2Bill,
  'spdx-3.0.1': renderSpdx3Bill,
};
