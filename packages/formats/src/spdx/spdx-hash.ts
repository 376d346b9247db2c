// SPDX-License-Identifier: Apache-2.0
import type { BillHash } from '@plumbline/core/sbom/bill-of-materials';
import { hexHash } from '../sbom/hex-hash.ts';

/** A checksum of either version of SPDX, whose names of algorithms differ in case; none where it cannot be one. */
export function spdxHash(algorithm: string | null, value: string | null, file: string | null): readonly BillHash[] {
  return algorithm === null || value === null ? [] : hexHash(algorithm, value, file);
}
