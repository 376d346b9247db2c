// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';

/** The SHA-256 of a body in base64, as the server compares it and keeps it with the object. */
export function bodyChecksum(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('base64');
}

export const checksumHeader = 'x-amz-checksum-sha256';
