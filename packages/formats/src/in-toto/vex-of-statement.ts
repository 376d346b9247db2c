// SPDX-License-Identifier: Apache-2.0
import { readVex, type VexReading } from '../vex/read-vex.ts';
import { bytesOfPredicate } from './bytes-of-predicate.ts';
import { isOfType, vexTypes } from './document-types.ts';
import type { Statement } from './read-statement.ts';

/** What a statement says about vulnerabilities, or why it cannot be read; null: a statement of another type. */
export function vexOfStatement(statement: Statement): VexReading | null {
  if (!isOfType(statement.predicateType, vexTypes)) return null;
  return readVex(bytesOfPredicate(statement));
}
