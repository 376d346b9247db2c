// SPDX-License-Identifier: Apache-2.0
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** A key of OpenPGP that a test made, with what it takes to sign. */
export type TestKey = {
  readonly version: 4 | 6;
  readonly body: Buffer;
  readonly fingerprint: string;
  readonly privateKey: KeyObject;
  readonly createdAt: number;
};

export type TestSignature = {
  readonly type: number;
  readonly about: readonly Uint8Array[];
  readonly digest?: 'sha256' | 'sha512' | 'sha1';
  readonly createdAt?: number;
  /** More hashed subpackets: each with its type, 0x80 added where it is critical. */
  readonly hashed?: readonly (readonly [type: number, body: Uint8Array])[];
};

const digestIds = { sha1: 2, sha256: 8, sha512: 10 } as const;

/** An Ed25519 key as RFC 9580 has it (algorithm 27), which both versions of keys may be. */
export function makeTestKey(version: 4 | 6 = 4, createdAt = 1_700_000_000): TestKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const point = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
  const length = version === 6 ? uint32(point.length) : Buffer.alloc(0);
  const body = Buffer.concat([Buffer.of(version), uint32(createdAt), Buffer.of(27), length, point]);
  const hash = createHash(version === 4 ? 'sha1' : 'sha256');
  const fingerprint = hash.update(framed({ version, body })).digest('hex');
  return { version, body, fingerprint, privateKey, createdAt };
}

/** A key as signatures about it hash it (RFC 9580 §5.2.4). */
export function framed({ version, body }: Pick<TestKey, 'version' | 'body'>): Buffer {
  const head =
    version === 4
      ? Buffer.of(0x99, body.length >> 8, body.length & 0xff)
      : Buffer.concat([Buffer.of(0x9b), uint32(body.length)]);
  return Buffer.concat([head, body]);
}

export const userFrame = (name: string): Buffer =>
  Buffer.concat([Buffer.of(0xb4), uint32(Buffer.byteLength(name)), Buffer.from(name)]);

/** The body of a signature packet. */
export function makeTestSignature(key: TestKey, asked: TestSignature): Buffer {
  const { version, fingerprint, privateKey } = key;
  const { type, about, digest = 'sha256', createdAt = key.createdAt + 60, hashed = [] } = asked;
  const subpackets = Buffer.concat(
    [
      [2, uint32(createdAt)] as const,
      [33, Buffer.concat([Buffer.of(version), Buffer.from(fingerprint, 'hex')])] as const,
      ...hashed,
    ].map(([id, body]) => Buffer.concat([lengthOf(body.length + 1), Buffer.of(id), body])),
  );
  const size = (length: number): Buffer => (version === 4 ? uint32(length).subarray(2) : uint32(length));
  const part = Buffer.concat([Buffer.of(version, type, 27, digestIds[digest]), size(subpackets.length), subpackets]);
  const salt = version === 6 ? Buffer.alloc(digest === 'sha512' ? 32 : 16, 7) : Buffer.alloc(0);
  const trailer = Buffer.concat([Buffer.of(version, 0xff), uint32(part.length)]);
  const hash = createHash(digest)
    .update(Buffer.concat([salt, ...about, part, trailer]))
    .digest();
  const salted = version === 6 ? Buffer.concat([Buffer.of(salt.length), salt]) : salt;
  return Buffer.concat([part, size(0), hash.subarray(0, 2), salted, sign(null, hash, privateKey)]);
}

export const packet = (tag: number, body: Uint8Array): Buffer =>
  Buffer.concat([Buffer.of(0xc0 | tag), lengthOf(body.length), body]);

export function armored(label: string, ...packets: readonly Uint8Array[]): string {
  const lines = Buffer.concat(packets).toString('base64').replaceAll(/.{64}/gu, '$&\n').trimEnd();
  return `-----BEGIN ${label}-----\n\n${lines}\n-----END ${label}-----\n`;
}

/** Key flags (RFC 9580 §5.2.3.29). */
export const flags = { certify: 0x01, sign: 0x02 } as const;

/** A primary key with one user, certified by itself. */
export function certificateOf(
  key: TestKey,
  self: Partial<TestSignature> = {},
  name = 'Ada <ada@example.com>',
): readonly Buffer[] {
  const certification = makeTestSignature(key, {
    type: 0x13,
    about: [framed(key), userFrame(name)],
    hashed: [[27, Buffer.of(flags.certify | flags.sign)]],
    ...self,
  });
  return [packet(6, key.body), packet(13, Buffer.from(name)), packet(2, certification)];
}

function lengthOf(length: number): Buffer {
  if (length < 192) return Buffer.of(length);
  if (length < 8384) return Buffer.of(((length - 192) >> 8) + 192, (length - 192) & 0xff);
  return Buffer.concat([Buffer.of(255), uint32(length)]);
}

export function uint32(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
}
