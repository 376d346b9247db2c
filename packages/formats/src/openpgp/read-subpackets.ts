// SPDX-License-Identifier: Apache-2.0
import { bytesToHex } from '@noble/hashes/utils.js';
import { decodeUtf8 } from '../json/decode-utf8.ts';
import { OctetReader, OpenPgpFault } from './octet-reader.ts';
import type { SignatureClaims } from './openpgp-signature.ts';
import { packetLength } from './read-packets.ts';

export type Subpacket = { readonly type: number; readonly critical: boolean; readonly body: Uint8Array };

const type = {
  createdAt: 2,
  expiresAfter: 3,
  keyExpiresAfter: 9,
  issuer: 16,
  keyFlags: 27,
  revocation: 29,
  embedded: 32,
  issuerFingerprint: 33,
} as const;

/** Beside those that are read: what changes nothing about who signed what (RFC 9580 §5.2.3.7), so that it may be critical. */
const harmless = [4, 7, 11, 21, 22, 23, 24, 25, 26, 28, 30, 34, 39];
const known: ReadonlySet<number> = new Set([...Object.values(type), ...harmless]);

/** Throws OpenPgpFault. */
export function readSubpackets(octets: Uint8Array): readonly Subpacket[] {
  const reader = new OctetReader(octets);
  const found: Subpacket[] = [];
  while (reader.left > 0) {
    const length = packetLength(reader, 'subpacket');
    if (length === 0) throw new OpenPgpFault('a part of it has no type');
    const head = reader.octet();
    found.push({ type: head & 0x7f, critical: head >= 0x80, body: reader.take(length - 1) });
  }
  return found;
}

/** What the signed part claims. Throws OpenPgpFault for a critical part that is not understood. */
export function claimsOf(hashed: readonly Subpacket[]): SignatureClaims {
  const strange = hashed.find((one) => one.critical && !known.has(one.type));
  if (strange !== undefined)
    throw new OpenPgpFault(`it says that its part ${strange.type} must be understood, and it is not`);
  const last = (wanted: number): Uint8Array | null => hashed.findLast((one) => one.type === wanted)?.body ?? null;
  const fingerprint = last(type.issuerFingerprint);
  return {
    createdAt: seconds(last(type.createdAt)),
    expiresAfter: orNever(seconds(last(type.expiresAfter))),
    keyExpiresAfter: orNever(seconds(last(type.keyExpiresAfter))),
    keyFlags: last(type.keyFlags)?.[0] ?? null,
    revocation: revocationOf(last(type.revocation)),
    issuerFingerprint: fingerprint === null ? null : bytesToHex(fingerprint.subarray(1)),
  };
}

/** Who the signature says made it: ids and fingerprints. */
export function issuersOf(subpackets: readonly Subpacket[]): readonly string[] {
  return subpackets.flatMap((one) => {
    if (one.type === type.issuer) return [bytesToHex(one.body)];
    return one.type === type.issuerFingerprint ? [bytesToHex(one.body.subarray(1))] : [];
  });
}

export const embeddedIn = (subpackets: readonly Subpacket[]): readonly Uint8Array[] =>
  subpackets.filter((one) => one.type === type.embedded).map(({ body }) => body);

function seconds(body: Uint8Array | null): number | null {
  if (body === null) return null;
  if (body.length !== 4) throw new OpenPgpFault('a time in it is not as long as times are');
  return new OctetReader(body).uint32();
}

/** RFC 9580 §5.2.3.13 and §5.2.3.18: zero is never. */
const orNever = (after: number | null): number | null => (after === 0 ? null : after);

const revocationOf = (body: Uint8Array | null): SignatureClaims['revocation'] =>
  body === null ? null : { code: body[0] ?? 0, text: decodeUtf8(body.subarray(1)).slice(0, 200) };
