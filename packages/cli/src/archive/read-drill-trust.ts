// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { readTrustPolicy } from '@plumbline/adapters/trust-policy/read-trust-policy';
import { checkSignature } from '@plumbline/adapters/verifiers/check-signature';
import type { DrillTrust } from '@plumbline/engine/archive/drill-trust';
import { restoredVerifier } from '@plumbline/engine/archive/verify-restored';
import { readTextFile } from '../options/read-text-file.ts';

/** The trust policy that a drill verifies by. Throws `policy-invalid` and `input-unreadable`. */
export async function readDrillTrust(path: string, asOf: string): Promise<DrillTrust> {
  const text = await readTextFile(path);
  const policy = await readTrustPolicy(text, path);
  return {
    digest: `sha256:${createHash('sha256').update(text).digest('hex')}`,
    verifier: (restored) => restoredVerifier({ policy, asOf, checkSignature }, restored),
  };
}
