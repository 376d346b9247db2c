// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeUtf8 } from './decode-utf8.ts';

test('decodes what the platform encodes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 6000 }), (text) => {
      expect(decodeUtf8(new TextEncoder().encode(text))).toBe(text.toWellFormed());
    }),
  );
});

test('bytes that are not UTF-8 never throw and never vanish', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => {
      expect(decodeUtf8(bytes).length).toBeGreaterThan(0);
    }),
  );
});
