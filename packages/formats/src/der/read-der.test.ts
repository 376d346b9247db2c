// SPDX-License-Identifier: Apache-2.0
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { integerOf, oidOf, smallIntegerOf, timeOf } from './der-fields.ts';
import type { DerValue } from './der-value.ts';
import { derTags } from './der-value.ts';
import { readDer } from './read-der.ts';
import { writeDer, writeInteger, writeOid } from './write-der.ts';

function valueOf(hex: string): DerValue {
  const read = readDer(hexToBytes(hex));
  if (read.state === 'refused') throw new Error(read.because);
  return read.value;
}

test('a value has its parts, each with all of its bytes', () => {
  const { tag, parts } = valueOf('300a020105a2050c03616263');
  expect(tag).toBe(derTags.sequence);
  expect(parts.map(({ whole }) => bytesToHex(whole))).toEqual(['020105', 'a2050c03616263']);
  expect(parts[1]?.parts[0]?.content).toEqual(hexToBytes('616263'));
});

test.each([
  ['nothing', ''],
  ['no length', '30'],
  ['a length without its octets', '3082ff'],
  ['less than the length says', '300502'],
  ['something behind it', '050000'],
  ['an indefinite length', '30800201050000'],
  ['a long form for a short length', '30810105'],
  ['a length with a zero in front', '30820081' + '05'.repeat(129)],
  ['a length beyond 32 bits', '308500000000010000'],
  ['a tag of several octets', '1f810100'],
  ['a part that leaves its whole', '3003020205'],
])('refused: %s', (_, hex) => {
  expect(readDer(hexToBytes(hex)).state).toBe('refused');
});

test('depth and count have bounds', () => {
  let nested: Uint8Array = new Uint8Array();
  for (let depth = 0; depth < 40; depth += 1) nested = writeDer(derTags.sequence, nested);
  expect(readDer(nested)).toMatchObject({ state: 'refused', because: expect.stringContaining('nested too deeply') });
  const many = new Uint8Array(60_000).map((_, at) => (at % 2 === 0 ? 5 : 0));
  expect(readDer(writeDer(derTags.sequence, many)).state).toBe('refused');
});

test('whatever the bytes, it says one or the other', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(readDer(bytes).state).toMatch(/read|refused/u);
      expect(readDer(writeDer(derTags.sequence, bytes)).state).toMatch(/read|refused/u);
    }),
  );
});

test('object identifiers and integers are read as they were written', () => {
  const arc = fc.nat(2 ** 31);
  fc.assert(
    fc.property(fc.nat(1), fc.nat(39), fc.array(arc, { maxLength: 5 }), (first, second, rest) => {
      const dotted = [first, second, ...rest].join('.');
      expect(oidOf(valueOf(bytesToHex(writeOid(dotted))))).toBe(dotted);
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 20 }), (bytes) => {
      const hex = integerOf(valueOf(bytesToHex(writeInteger(bytes)))) ?? '';
      expect(BigInt(`0x${hex}`)).toBe(BigInt(`0x${bytesToHex(bytes)}`));
    }),
  );
  expect(oidOf(valueOf('06032a0304'))).toBe('1.2.3.4');
  expect(integerOf(valueOf('0201ff'))).toBeNull();
  expect(smallIntegerOf(valueOf('02050100000000'))).toBeNull();
});

const text = (tag: number, value: string): DerValue =>
  valueOf(
    bytesToHex(
      writeDer(
        tag,
        Uint8Array.from(value, (letter) => letter.charCodeAt(0)),
      ),
    ),
  );

test.each([
  [derTags.utcTime, '260630120000Z', '2026-06-30T12:00:00.000Z'],
  [derTags.utcTime, '500630120000Z', '1950-06-30T12:00:00.000Z'],
  [derTags.generalizedTime, '20260630120000Z', '2026-06-30T12:00:00.000Z'],
  [derTags.generalizedTime, '20260630120000.25Z', '2026-06-30T12:00:00.250Z'],
  [derTags.generalizedTime, '20260231120000Z', null],
  [derTags.generalizedTime, '20260630120000', null],
  [derTags.generalizedTime, '20260630120000+0100', null],
  [derTags.utf8String, '20260630120000Z', null],
])('time %i %s', (tag, value, instant) => {
  expect(timeOf(text(tag, value))).toBe(instant);
});
