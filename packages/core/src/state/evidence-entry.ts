// SPDX-License-Identifier: Apache-2.0
import type { ImportedEvidence } from '../facts/imported/imported-evidence.ts';

/** A file that is evidence of another kind than findings (SBOM, VEX, statements, tests …), as an entry of kind `evidence`. */
export type EvidenceEntry = {
  readonly schema: 1;
  readonly file: string;
  /** 64 hex digits. */
  readonly sha256: string;
  readonly importedAt: string;
  readonly evidence: ImportedEvidence;
};
