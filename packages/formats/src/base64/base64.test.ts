// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase64 } from './decode-base64.ts';
import { decodeCanonicalBase64 } from './decode-canonical-base64.ts';
import { encodeBase64 } from './encode-base64.ts';

// RFC 4648 §10.
test.each([
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foo', 'Zm9v'],
  ['foobar', 'Zm9vYmFy'],
])('the test vectors of the standard: %s', (text, expected) => {
  expect(encodeBase64(Buffer.from(text))).toBe(expected);
});

test('base64 in both alphabets, padded or not', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      for (const encoding of ['base64', 'base64url'] as const)
        expect(decodeBase64(Buffer.from(bytes).toString(encoding))).toEqual(new Uint8Array(bytes));
    }),
  );
  for (const text of ['?', 'A', 'AA=A', 'A===']) expect(decodeBase64(text)).toBeNull();
});

test('base64 has one text for the same bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(decodeCanonicalBase64(encodeBase64(bytes))).toEqual(bytes);
    }),
  );
  for (const other of ['YQ', 'YR==', 'YQ==\n', ' YQ==', 'YQ===', 'Y=Q=', '+_aa', '?'])
    expect(decodeCanonicalBase64(other)).toBeNull();
  expect(decodeCanonicalBase64('-_8=')).toEqual(Uint8Array.of(0xfb, 0xff));
});

test('canonical is what an encoder writes, and nothing else', () => {
  const letters = fc.constantFrom(...'AQgwBb019+/-_==\n ');
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 12 }), (given) => {
      const again = Buffer.from(given, 'base64').toString('base64');
      const isOne = given === again || given === again.replaceAll('+', '-').replaceAll('/', '_');
      expect(decodeCanonicalBase64(given) !== null).toBe(isOne);
    }),
    { numRuns: 2000 },
  );
});
