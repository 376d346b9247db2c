// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import {
  asBoolean,
  asCount,
  asListOf,
  asOneOf,
  asText,
  listMember,
  member,
  optional,
  parseShape,
} from './json-shape.ts';

test('a fault names the path as a JSON Pointer and what was found there', () => {
  const read = parseShape({ 'a/b': ['x', 3] }, (json) => member(json, 'a/b', asListOf(asText)));
  expect(read).toEqual({ ok: false, path: '/a~1b/1', message: 'expected text, found a value of type number' });
});

test('the document itself can be at fault', () => {
  expect(parseShape([], (json) => member(json, 'id', asText))).toEqual({
    ok: false,
    path: '/',
    message: 'expected an object, found a list',
  });
});

test.each([
  [asText, ''],
  [asCount, -1],
  [asCount, 1.5],
  [asCount, '1'],
  [asBoolean, 0],
  [asOneOf(['a', 'b']), 'c'],
  [asListOf(asText), { 0: 'a' }],
])('%# refuses a value of another shape', (read, value) => {
  expect(parseShape<unknown>(value, read).ok).toBe(false);
});

test('a missing member and null are both absent where a member is optional', () => {
  const read = parseShape({ a: null }, (json) => ({ ...optional(json, 'a', asText), ...optional(json, 'b', asText) }));
  expect(read).toEqual({ ok: true, value: {} });
  expect(parseShape({}, (json) => listMember(json, 'a', asText))).toEqual({ ok: true, value: [] });
});

test('an inherited name is not a member', () => {
  expect(parseShape({}, (json) => optional(json, 'constructor', asText))).toEqual({ ok: true, value: {} });
});

test('an error that is not a fault of the shape is not swallowed', () => {
  expect(() =>
    parseShape({}, () => {
      throw new RangeError('bug');
    }),
  ).toThrow(RangeError);
});
