// SPDX-License-Identifier: Apache-2.0
import { createHash, createVerify, verify } from 'node:crypto';
import type { MessageSource } from '@plumbline/core/signing/signer';
import type { OpenPgpSignature } from '@plumbline/formats/openpgp/openpgp-signature';
import { signatureTrailer } from '@plumbline/formats/openpgp/signed-octets';
import { signatureValue } from './signature-value.ts';
import type { VerifyingKey } from './verify-octets.ts';

/** Which of the keys made a signature over a content, by its place among them; null: none of them. */
export type ContentVerdict =
  | { readonly state: 'verified'; readonly by: number | null }
  | { readonly state: 'too-much' };

/**
 * What is hashed of one content at most: this many times all of it, or this many bytes. Whoever can add signatures could otherwise
 * have a large file read again and again.
 */
const [hashingsMax, hashedBytesMin] = [16, 8 * 1024 ** 3];

const hashed = new WeakMap<MessageSource, number>();

/** Reads a content of any size once, in parts, and says which of the keys made the signature over it. */
export async function verifyContent(
  signature: OpenPgpSignature,
  keys: readonly VerifyingKey[],
  content: MessageSource,
): Promise<ContentVerdict> {
  const trials = keys.flatMap((key, at) => {
    const trial = trialOf(signature, key);
    return trial === null ? [] : [{ ...trial, at }];
  });
  if (trials.length === 0) return { state: 'verified', by: null };
  const bytes = (hashed.get(content) ?? 0) + trials.length * content.size;
  if (bytes > Math.max(hashingsMax * content.size, hashedBytesMin)) return { state: 'too-much' };
  hashed.set(content, bytes);
  const update = (part: Uint8Array): void => trials.forEach((trial) => trial.update(part));
  update(signature.salt);
  for await (const part of content.open()) update(part);
  update(signatureTrailer(signature));
  return { state: 'verified', by: trials.find((trial) => trial.isGood())?.at ?? null };
}

type Trial = { readonly update: (part: Uint8Array) => void; readonly isGood: () => boolean };

/** EdDSA signs the digest (RFC 9580 §5.2.3.3 to §5.2.3.5), so that any size can be streamed. */
function trialOf(signature: OpenPgpSignature, { object, scheme }: VerifyingKey): Trial | null {
  const { digest } = signature;
  const value = signatureValue(signature, scheme);
  if (value === null) return null;
  if (scheme.kind === 'eddsa') {
    const hash = createHash(digest.name);
    return { update: (part) => void hash.update(part), isGood: () => verify(null, hash.digest(), object, value) };
  }
  const stream = createVerify(digest.name);
  return {
    update: (part) => void stream.update(part),
    isGood: () => stream.verify({ key: object, dsaEncoding: 'ieee-p1363' }, value),
  };
}
