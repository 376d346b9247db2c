// SPDX-License-Identifier: Apache-2.0
import { createHash, createVerify, type KeyObject } from 'node:crypto';
import { PlumblineError } from '@plumbline/core/errors';
import type { KeyCustody, MessageSource, Signer } from '@plumbline/core/signing/signer';
import { keyAlgorithm } from './key-algorithm.ts';
import { keyIdOf } from './key-id.ts';
import { publicKeyPem } from './public-key-pem.ts';

export type DigestSigning = {
  /** `a token`, `AWS KMS`. */
  readonly place: string;
  readonly publicKey: KeyObject;
  readonly custody: KeyCustody;
  /** Signs a SHA-256 digest; gives back the signature in DER. */
  readonly signDigest: (digest: Buffer) => Promise<Uint8Array>;
};

/**
 * The signer of a P-256 key that is elsewhere and is sent digests, so that the message may be of any size. What comes back is
 * verified before anybody gets it. Throws `input-invalid` for another key.
 */
export function createDigestSigner({ place, publicKey, custody, signDigest }: DigestSigning): Signer {
  const algorithm = keyAlgorithm(publicKey);
  if (algorithm !== 'ecdsa-p256-sha256')
    throw new PlumblineError('input-invalid', `only keys of P-256 sign in ${place}`, {
      next: 'Name a key for ECDSA with P-256 and SHA-256',
    });
  return {
    format: 'raw',
    algorithm,
    publicKey: publicKeyPem(publicKey),
    keyId: keyIdOf(publicKey),
    custody,
    sign: (message) => signMessage(message, { place, publicKey, signDigest }),
  };
}

async function signMessage(
  message: MessageSource,
  { place, publicKey, signDigest }: Omit<DigestSigning, 'custody'>,
): Promise<Uint8Array> {
  const hash = createHash('sha256');
  const check = createVerify('sha256');
  for await (const part of message.open()) {
    hash.update(part);
    check.update(part);
  }
  const signature = await signDigest(hash.digest());
  if (check.verify(publicKey, signature)) return signature;
  throw new PlumblineError('signing-failed', `what came from ${place} is no signature by the key that was named`);
}
