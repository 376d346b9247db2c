// SPDX-License-Identifier: Apache-2.0
import type { SupplierEntry } from '@plumbline/core/facts/records/suppliers-record';
import type { BillOfMaterials, BillSubject } from '@plumbline/core/sbom/bill-of-materials';

/** What a bill says beside its components. */
export type BillRequest = {
  readonly subject: Omit<BillSubject, 'dependsOn' | 'complete'>;
  /** ISO 8601, UTC, whole seconds: never the moment of the run, so that the same input gives the same bytes. */
  readonly createdAt: string;
  readonly tool: NonNullable<BillOfMaterials['tool']>;
  readonly author: string | null;
  /** Who supplies which components, as the project has recorded it. */
  readonly suppliers: readonly SupplierEntry[];
  readonly remarks: readonly string[];
};
