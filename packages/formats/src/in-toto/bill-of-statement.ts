// SPDX-License-Identifier: Apache-2.0
import type { BillOfMaterials } from '@plumbline/core/sbom/bill-of-materials';
import { readBill } from '../sbom/read-bill.ts';
import { bytesOfPredicate } from './bytes-of-predicate.ts';
import { billTypes, isOfType } from './document-types.ts';
import type { Statement } from './read-statement.ts';

/** The bill of materials that a statement carries, or why it cannot be read; null: a statement of another type. */
export function billOfStatement(statement: Statement): BillOfMaterials | string | null {
  if (!isOfType(statement.predicateType, billTypes)) return null;
  const read = readBill(bytesOfPredicate(statement));
  if (read.state === 'failed') return `the predicate is no bill of materials: ${read.fault.because}`;
  return read.found[0] ?? 'the predicate is a bill of materials that lists nothing';
}
