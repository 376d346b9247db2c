// SPDX-License-Identifier: Apache-2.0
import type { SupplierEntry } from '@plumbline/core/facts/records/suppliers-record';
import type { BillComponent } from '@plumbline/core/sbom/bill-of-materials';

/** Who supplies a component by the project's record, which names components by package URL or by name; else null. */
export function supplierOf(
  { purl, name }: Pick<BillComponent, 'purl' | 'name'>,
  suppliers: readonly SupplierEntry[],
): string | null {
  if (suppliers.length === 0) return null;
  const names = new Set(
    [name, name.replace('/', ':'), ...(purl === null ? [] : [purl, withoutVersion(purl)])].map(plain),
  );
  const found = suppliers.find(({ components }) => components.some((component) => names.has(plain(component))));
  return found?.name ?? null;
}

const plain = (text: string): string => text.toLowerCase().replaceAll('%40', '@');

function withoutVersion(purl: string): string {
  const [bare = ''] = purl.split(/[?#]/, 1);
  const at = bare.lastIndexOf('@');
  return at > bare.lastIndexOf('/') ? bare.slice(0, at) : bare;
}
