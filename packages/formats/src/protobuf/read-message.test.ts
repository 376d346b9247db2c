// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberAt, octetsAt, readMessage } from './read-message.ts';

test('numbers and octets, the last of each field', () => {
  const message = readMessage(Uint8Array.of(0x08, 0xac, 0x02, 0x12, 2, 1, 2, 0x12, 1, 9, 0x08, 1)) ?? new Map();
  expect(numberAt(message, 1)).toBe(1n);
  expect(message.get(1)).toEqual([300n, 1n]);
  expect(octetsAt(message, 2)).toEqual(Uint8Array.of(9));
  expect([numberAt(message, 2), octetsAt(message, 1), numberAt(message, 7)]).toEqual([0n, new Uint8Array(), 0n]);
});

test.each([
  ['octets that end too early', [0x12, 5, 1]],
  ['a number without an end', [0x08, 0xff]],
  ['a number of more than 64 bits', [0x08, ...Array.from({ length: 11 }, () => 0xff), 1]],
  ['a field of fixed length', [0x09, 1, 2, 3, 4, 5, 6, 7, 8]],
  ['a group', [0x0b, 0x0c]],
])('no message: %s', (_, octets) => {
  expect(readMessage(Uint8Array.from(octets))).toBeNull();
});

test('whatever comes, nothing is thrown', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (octets) => {
      expect(readMessage(octets)).not.toBeUndefined();
    }),
  );
});
