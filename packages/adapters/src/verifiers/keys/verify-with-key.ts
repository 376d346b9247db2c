// SPDX-License-Identifier: Apache-2.0
import { createVerify, type KeyObject, verify } from 'node:crypto';
import type { MessageSource } from '@plumbline/core/signing/signer';
import { readWhole, wholeMessageBytesMax } from '../../platform/keys/read-whole.ts';

export type KeyVerdict = 'valid' | 'invalid' | { readonly undecided: string };

/**
 * Whether the signature is this key's over the message. The type of the key decides the algorithm, so that nothing in what
 * is verified can choose a weaker one. ECDSA: SHA-256, in DER; the message is streamed.
 */
export async function verifyWithKey(
  key: KeyObject,
  signature: Uint8Array,
  message: MessageSource,
): Promise<KeyVerdict> {
  if (key.asymmetricKeyType === 'ed25519') {
    const whole = await readWhole(message);
    if (whole === null) return { undecided: tooLarge };
    return verify(null, whole, key, signature) ? 'valid' : 'invalid';
  }
  const stream = createVerify('sha256');
  for await (const part of message.open()) stream.update(part);
  return stream.verify(key, signature) ? 'valid' : 'invalid';
}

const tooLarge = `Ed25519 needs the whole file at once, and it is larger than ${wholeMessageBytesMax / 1024 / 1024} MiB: sign a statement about it instead`;
