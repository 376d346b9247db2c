// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeBase64 } from '../base64/encode-base64.ts';
import { readDetachedSignatures } from './read-detached-signatures.ts';

const body = [4, 0, 27, 8, 0, 0, 0, 0, 0, 0, ...Array.from({ length: 64 }, () => 1)];
const packet = Uint8Array.of(0xc2, body.length, ...body);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const armored = (octets: Uint8Array): string =>
  `-----BEGIN PGP SIGNATURE-----\n\n${encodeBase64(octets)}\n-----END PGP SIGNATURE-----\n`;
const states = (file: Uint8Array): readonly string[] | undefined =>
  readDetachedSignatures(file)?.map(({ state }) => state);

test('armored, in one block or several, and as packets of any form', () => {
  expect(states(bytes(armored(packet)))).toEqual(['parsed']);
  expect(states(bytes(`\r\n${armored(packet)}\n${armored(packet)}`.replaceAll('\n', '\r\n')))).toEqual([
    'parsed',
    'parsed',
  ]);
  const [low, high] = [body.length & 0xff, body.length >> 8];
  for (const head of [
    [0xc2, low],
    [0xc2, 255, 0, 0, high, low],
    [0x88, low],
    [0x89, high, low],
    [0x8a, 0, 0, high, low],
  ])
    expect(states(Uint8Array.of(...head, ...body, ...packet))).toEqual(['parsed', 'parsed']);
});

test('one that cannot be read does not hide the others', () => {
  const old = Uint8Array.of(0xc2, body.length, 3, ...body.slice(1));
  const strange = Uint8Array.of(0xc2, 3, 4, 0, 27);
  expect(states(Uint8Array.of(...old, ...strange, ...packet))).toEqual(['unsupported', 'failed', 'parsed']);
});

test('a plain signature is none of OpenPGP, whatever octet it begins with', () => {
  for (let first = 0; first < 256; first += 1)
    expect(readDetachedSignatures(Uint8Array.of(first, ...Array.from({ length: 63 }, () => 1)))).toBeNull();
  expect(readDetachedSignatures(Uint8Array.of(0x30, ...Array.from({ length: 70 }, () => 1)))).toBeNull();
});

test('never throws, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(0x88, 0x89, 0x8a, 0x8b, 0xc2), (rest, head) => {
      const file = Uint8Array.of(head, ...rest);
      expect(readDetachedSignatures(file)).not.toEqual([]);
      expect(readDetachedSignatures(bytes(armored(file)))).not.toEqual([]);
    }),
  );
});
