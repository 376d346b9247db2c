// SPDX-License-Identifier: Apache-2.0
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { OctetReader, OpenPgpFault } from './octet-reader.ts';
import { readSigningKey, type SigningKey } from './public-key-algorithms.ts';
import { keyOctets } from './signed-octets.ts';

/** A public key or subkey packet, taken apart. */
export type OpenPgpKey = {
  readonly version: 4 | 6;
  /** Seconds since the epoch. */
  readonly createdAt: number;
  readonly algorithm: number;
  /** In hexadecimal: 40 digits for version 4, 64 for version 6. */
  readonly fingerprint: string;
  /** 16 digits. */
  readonly keyId: string;
  /** A text says why it cannot sign. */
  readonly signing: SigningKey | string;
  readonly body: Uint8Array;
};

/** RFC 9580 §5.5.2 and §5.5.4. Throws OpenPgpFault. */
export function parseKeyPacket(body: Uint8Array): OpenPgpKey {
  const reader = new OctetReader(body);
  const version = reader.octet();
  if (version !== 4 && version !== 6) throw new OpenPgpFault(`keys of version ${version} are not read`);
  const [createdAt, algorithm] = [reader.uint32(), reader.octet()];
  if (version === 6 && reader.uint32() !== reader.left) throw new OpenPgpFault('a key has another length than it says');
  const signing = readSigningKey(algorithm, reader);
  if (typeof signing !== 'string') reader.end();
  // SHA-1 of version 4 is how keys are called: whoever wrote the policy chose the key, so that a twin of it helps nobody.
  const hash = version === 4 ? sha1 : sha256;
  const fingerprint = bytesToHex(hash(keyOctets({ version, body })));
  const keyId = version === 4 ? fingerprint.slice(-16) : fingerprint.slice(0, 16);
  return { version, createdAt, algorithm, fingerprint, keyId, signing, body };
}
