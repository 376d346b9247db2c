// SPDX-License-Identifier: Apache-2.0
import { bytesToHex, concatBytes } from '@noble/hashes/utils.js';
import { type CborValue, readCbor } from './read-cbor.ts';

/** What an authenticator says of a credential that it made (WebAuthn level 2 §6.1). */
export type AuthenticatorData = {
  /** SHA-256 of the application that the credential is for. */
  readonly applicationSha256: Uint8Array;
  readonly userPresent: boolean;
  /** The credential may be copied to other devices. */
  readonly backupEligible: boolean;
  /** The model of the authenticator, as a UUID. */
  readonly aaguid: string;
  /** Ed25519: 32 bytes; P-256: 65, an uncompressed point. */
  readonly point: Uint8Array;
};

const flags = { userPresent: 0x01, backupEligible: 0x08, attested: 0x40, extensions: 0x80 } as const;

/** Reads authenticator data with a credential in it, of Ed25519 or P-256. Null for anything else. */
export function readAuthenticatorData(bytes: Uint8Array): AuthenticatorData | null {
  if (bytes.length < 55) return null;
  const has = (flag: number): boolean => ((bytes[32] ?? 0) & flag) !== 0;
  const idLength = (bytes[53] ?? 0) * 256 + (bytes[54] ?? 0);
  const rest = bytes.subarray(55 + idLength);
  const key = readCbor(rest);
  const point = key === null ? null : pointOf(key.value);
  if (!has(flags.attested) || key === null || point === null) return null;
  const behind = rest.subarray(key.length);
  const extensions = has(flags.extensions) ? readCbor(behind) : null;
  if (has(flags.extensions) && extensions === null) return null;
  if ((extensions?.length ?? 0) !== behind.length) return null;
  return {
    applicationSha256: bytes.subarray(0, 32),
    userPresent: has(flags.userPresent),
    backupEligible: has(flags.backupEligible),
    aaguid: uuidOf(bytesToHex(bytes.subarray(37, 53))),
    point,
  };
}

/** COSE keys (RFC 9053 §7): kty, alg, curve and coordinates. */
function pointOf(key: CborValue): Uint8Array | null {
  if (!(key instanceof Map)) return null;
  const coordinate = (label: number): Uint8Array | null => {
    const value: unknown = key.get(label);
    return value instanceof Uint8Array && value.length === 32 ? value : null;
  };
  const [x, y] = [coordinate(-2), coordinate(-3)];
  if (x === null) return null;
  const kind = [1, 3, -1].map((label) => key.get(label)).join(' ');
  if (kind === '1 -8 6') return x;
  return kind === '2 -7 1' && y !== null ? concatBytes(Uint8Array.of(4), x, y) : null;
}

const uuidOf = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
