// SPDX-License-Identifier: Apache-2.0
import type { BillComponent } from '@plumbline/core/sbom/bill-of-materials';
import { packageKey } from '@plumbline/practices/dependencies/package-key';

/** What a component is apart from its version, so that bills of different makers can be compared. */
export function componentKey({ purl, name }: Pick<BillComponent, 'purl' | 'name'>): string {
  if (purl === null) return `name:${name.toLowerCase()}`;
  const key = packageKey(purl);
  const at = key.lastIndexOf('@');
  return at > key.lastIndexOf('/') ? key.slice(0, at) : key;
}

/** One spelling of a version: Go's are written with and without their `v`, and code points are percent-encoded in URLs. */
export function plainVersion(version: string | null): string {
  return (version ?? '').toLowerCase().replace(/^v(?=\d)/, '');
}
