// SPDX-License-Identifier: Apache-2.0
import { readVex, type VexReading } from '../vex/read-vex.ts';
import { bytesOfPredicate } from './bytes-of-predicate.ts';
import type { Statement } from './read-statement.ts';

/** The predicates that statements about vulnerabilities are attested by, each with or without a version behind. */
const types = [
  'https://openvex.dev/ns',
  'https://cyclonedx.org/bom',
  'https://cyclonedx.org/vex',
  'https://docs.oasis-open.org/csaf',
] as const;

/** What a statement says about vulnerabilities, or why it cannot be read; null: a statement of another type. */
export function vexOfStatement(statement: Statement): VexReading | null {
  const { predicateType } = statement;
  if (!types.some((type) => predicateType === type || predicateType.startsWith(`${type}/`))) return null;
  return readVex(bytesOfPredicate(statement));
}
