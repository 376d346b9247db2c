// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import type { ReportShape } from '../report-parser.ts';
import { shapeOfReport } from './shape-of-report.ts';

const shapeOf = (content: unknown, isWhole = true): ReportShape | null => {
  const shaped = shapeOfReport(bytesOf(content), isWhole);
  return shaped.state === 'shaped' ? shaped.shape : null;
};
const nested = (depth: number): unknown => (depth === 0 ? 'deep' : [nested(depth - 1)]);

test('a sample of JSON is cut in every direction', () => {
  expect(shapeOf({ list: [1, 2, 3, 4, { a: 1 }], text: 'x'.repeat(900) })).toEqual({
    syntax: 'json',
    sample: { list: [1, 2, 3], text: 'x'.repeat(200) },
  });
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`m${index}`, index]));
  const { sample = null } = { ...shapeOf(many) } as { readonly sample?: object };
  expect(Object.keys(sample ?? {})).toHaveLength(200);
  expect(shapeOf(nested(9))).toEqual({ syntax: 'json', sample: [[[[[[[]]]]]]] });
});

test('of JSON lines the first three', () => {
  expect(shapeOf('{"a":1}\n{"a":2}\n{"a":3}\n{"a":4}\n')).toEqual({
    syntax: 'json-lines',
    sample: [{ a: 1 }, { a: 2 }, { a: 3 }],
  });
});

test('of a head, what stands before its end', () => {
  expect(shapeOf('{"version":"2.1.0","runs":[{"tool":{"name":"x"},"results":[{"ruleId":"A","mess', false)).toEqual({
    syntax: 'json',
    sample: { version: '2.1.0', runs: [{ tool: { name: 'x' }, results: [{ ruleId: 'A' }] }] },
  });
  expect(shapeOf('<?xml version="1.0"?><a:Root xmlns:a="x" v="1"><a:b><c', false)).toEqual({
    syntax: 'xml',
    root: 'Root',
    attributes: new Map([
      ['xmlns:a', 'x'],
      ['v', '1'],
    ]),
    elements: ['b'],
  });
});

test('members of prototypes are never built', () => {
  const shape = shapeOf('{"__proto__":{"polluted":true},"a":1}');
  expect(shape).toEqual({ syntax: 'json', sample: { a: 1 } });
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test.each([
  ['a,b\n1,2', { syntax: 'csv', header: ['a', 'b'] }],
  ['just text\nof two lines', { syntax: 'text', lines: ['just text', 'of two lines'] }],
  ['null and void', { syntax: 'text', lines: ['null and void'] }],
  ['null', { syntax: 'json', sample: null }],
  ['key: value', { syntax: 'text', lines: ['key: value'] }],
])('%j', (content, shape) => {
  expect(shapeOf(content)).toEqual(shape);
});

test('no head of a text that has a shape is without one, and no bytes throw', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.double({ min: 0.3, max: 1, noNaN: true }), (value, share) => {
      const bytes = bytesOf([value, { a: value }]);
      expect(shapeOfReport(bytes.subarray(0, Math.ceil(bytes.length * share)), false).state).toBe('shaped');
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, isWhole) => {
      expect(shapeOfReport(bytes, isWhole).state).toMatch(/shaped|failed/);
    }),
  );
});
