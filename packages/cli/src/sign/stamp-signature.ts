// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { type BundleContent, signatureIn } from '@plumbline/formats/sigstore/render-bundle';
import type { SignedOutput } from './run-sign.ts';
import type { Stamp } from './signing.ts';

const sha256 = (bytes: string | Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** The timestamps of a bundle: over its signature. */
export async function stampSignature(content: BundleContent, stamp: Stamp | null): Promise<readonly Uint8Array[]> {
  return stamp === null ? [] : [await stamp(sha256(signatureIn(content)))];
}

/** A file that holds a signature and, where the time is asked for, a timestamp over all of its bytes beside it. */
export async function stampFile(signed: SignedOutput, stamp: Stamp | null): Promise<readonly SignedOutput[]> {
  if (stamp === null) return [signed];
  const { beside, name, content } = signed;
  return [signed, { beside, name: `${name}.tsr`, content: await stamp(sha256(content)) }];
}
