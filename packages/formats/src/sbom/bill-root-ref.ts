// SPDX-License-Identifier: Apache-2.0
import type { BillSubject } from '@plumbline/core/sbom/bill-of-materials';

/** The reference of the subject within its bill. It is no package URL, so that no component has the same. */
export function billRootRef({ name, version }: BillSubject): string {
  return version === null ? `product:${name}` : `product:${name}@${version}`;
}
