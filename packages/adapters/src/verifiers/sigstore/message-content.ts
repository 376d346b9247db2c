// SPDX-License-Identifier: Apache-2.0
import { createHash, createVerify, type KeyObject, timingSafeEqual, verify } from 'node:crypto';
import type { MessageSource } from '@plumbline/core/signing/signer';
import type { SignedEntity } from '@sigstore/verify';
import { readWhole } from '../../platform/keys/read-whole.ts';

type Content = SignedEntity['signature'];

/** The signature of a bundle over a file: a large file is read once and not held, which suits every key but Ed25519's. */
export async function messageContent(signature: Buffer, source: MessageSource): Promise<Content> {
  const whole = await readWhole(source);
  const hash = createHash('sha256');
  const stream = createVerify('sha256');
  for await (const part of whole === null ? source.open() : [whole]) {
    hash.update(part);
    stream.update(part);
  }
  const digest = hash.digest();
  return {
    signature,
    compareSignature: (other) => isSame(other, signature),
    compareDigest: (other) => isSame(other, digest),
    compareSignedDigest: (other) => isSame(other, digest),
    verifySignature: (key: KeyObject) =>
      key.asymmetricKeyType === 'ec'
        ? stream.verify(key, signature)
        : key.asymmetricKeyType === 'ed25519' && whole !== null && verify(null, whole, key, signature),
  };
}

const isSame = (other: Buffer, own: Buffer): boolean => other.length === own.length && timingSafeEqual(other, own);
