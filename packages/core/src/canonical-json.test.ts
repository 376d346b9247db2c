// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

test('keys are sorted by code unit and undefined is left out (RFC 8785)', () => {
  expect(canonicalJson({ b: 1, a: [true, null, 'x'], c: undefined, é: 1.5 })).toBe(
    '{"a":[true,null,"x"],"b":1,"é":1.5}',
  );
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, () => 1, 1n])('refuses what JSON cannot carry: %s', (value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError);
});

test('the order in which keys were set does not matter, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.integer()), (members) => {
      const reversed = Object.fromEntries(Object.entries(members).reverse());
      expect(canonicalJson(reversed)).toBe(canonicalJson(members));
    }),
  );
});
