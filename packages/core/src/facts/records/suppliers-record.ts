// SPDX-License-Identifier: Apache-2.0
/** `requirementsVersion` is the version of our requirements that the supplier acknowledged (PO.1.3). */
export type SupplierEntry = {
  readonly name: string;
  readonly kind: 'commercial' | 'open-source' | 'in-house';
  readonly components: readonly string[];
  readonly requirementsVersion: string | null;
  readonly acknowledgedOn: string | null;
  readonly assessment: string | null;
};
export type SuppliersRecord = { readonly complete: boolean; readonly suppliers: readonly SupplierEntry[] };
