// SPDX-License-Identifier: Apache-2.0
import type { MessageSource } from '@plumbline/core/signing/signer';

/** Ed25519 (RFC 8032) reads a message twice and so needs it whole: this is the most that is held, in bytes. */
export const wholeMessageBytesMax: number = 32 * 1024 * 1024;

/** The message in one piece; null when it is larger than may be held. */
export async function readWhole({ size, open }: MessageSource): Promise<Buffer | null> {
  if (size > wholeMessageBytesMax) return null;
  const whole = Buffer.allocUnsafe(size);
  let filled = 0;
  for await (const part of open()) {
    whole.set(part.subarray(0, size - filled), filled);
    filled += Math.min(part.length, size - filled);
  }
  return whole.subarray(0, filled);
}

/** Bytes that are held already, as a message. */
export function messageOf(bytes: Uint8Array): MessageSource {
  return {
    size: bytes.length,
    open: async function* () {
      yield bytes;
    },
  };
}
