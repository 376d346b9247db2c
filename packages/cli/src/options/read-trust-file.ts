// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { readTrustPolicy } from '@plumbline/adapters/trust-policy/read-trust-policy';
import type { Digest } from '@plumbline/core/digest';
import type { TrustPolicy } from '@plumbline/core/verification/trust-policy';
import { readTextFile } from './read-text-file.ts';

/** A trust policy, and the digest of its file, by which results name it. */
export type TrustFile = { readonly policy: TrustPolicy; readonly digest: Digest };

/** The trust policy that `--trust` names. Throws `policy-invalid` and `input-unreadable`. */
export async function readTrustFile(path: string): Promise<TrustFile> {
  const text = await readTextFile(path);
  const policy = await readTrustPolicy(text, path);
  return { policy, digest: `sha256:${createHash('sha256').update(text).digest('hex')}` };
}
