// SPDX-License-Identifier: Apache-2.0
import { checkSignature } from '@plumbline/adapters/verifiers/check-signature';
import type { DrillTrust } from '@plumbline/engine/archive/drill-trust';
import { restoredVerifier } from '@plumbline/engine/archive/verify-restored';
import { readTrustFile } from '../options/read-trust-file.ts';

/** The trust policy that a drill verifies by. Throws `policy-invalid` and `input-unreadable`. */
export async function readDrillTrust(path: string, asOf: string): Promise<DrillTrust> {
  const { policy, digest } = await readTrustFile(path);
  return { digest, verifier: (restored) => restoredVerifier({ policy, asOf, checkSignature }, restored) };
}
