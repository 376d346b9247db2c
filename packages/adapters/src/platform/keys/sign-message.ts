// SPDX-License-Identifier: Apache-2.0
import { createSign, type KeyObject, sign } from 'node:crypto';
import { PlumblineError } from '@plumbline/core/errors';
import type { MessageSource } from '@plumbline/core/signing/signer';
import { readWhole, wholeMessageBytesMax } from './read-whole.ts';

/** Signs with a private key of Ed25519, or of P-256 and then in DER over SHA-256, streamed. Throws `input-too-large`. */
export async function signMessage(key: KeyObject, message: MessageSource): Promise<Uint8Array> {
  if (key.asymmetricKeyType === 'ed25519') {
    const whole = await readWhole(message);
    if (whole !== null) return sign(null, whole, key);
    throw new PlumblineError(
      'input-too-large',
      `Ed25519 needs the whole file at once, and it is larger than ${wholeMessageBytesMax / 1024 / 1024} MiB`,
      { next: '--as envelope signs a statement with its digest instead, whatever its size' },
    );
  }
  const stream = createSign('sha256');
  for await (const part of message.open()) stream.update(part);
  return stream.sign(key);
}
