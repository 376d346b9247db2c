// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf } from '../testing/bytes-of.ts';
import type { JsonListPath } from './json-list-scanner.ts';
import type { JsonValue } from './json-value.ts';
import { type ListsRead, type ListsWanted, readJsonLists, streamJsonLists } from './read-json-lists.ts';

type Found = { readonly rest: readonly JsonValue[]; readonly items: readonly (readonly [number, JsonValue])[] };

const wanted = (path: JsonListPath): ListsWanted<Found & { readonly dropped: number }> => ({
  path,
  keep: 'all',
  begin: (rest) => {
    const items: (readonly [number, JsonValue])[] = [];
    return { item: (value, list) => items.push([list, value]), end: (dropped) => ({ rest, items, dropped }) };
  },
});
const read = (path: JsonListPath, content: unknown): Found => {
  const found = readJsonLists(bytesOf(content), wanted(path));
  if (found.state === 'failed') throw new Error(JSON.stringify(found.fault));
  return found.value;
};
async function* partsOf(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const streamed = (path: JsonListPath, content: unknown, size: number): Promise<ListsRead<Found>> =>
  streamJsonLists(() => partsOf(bytesOf(content), size), wanted(path));

test('elements come one by one, and in the rest a number stands where they were', () => {
  expect(
    read(['runs', '*', 'results'], { a: [1], runs: [{ results: [{ x: 1 }, 'y'] }, { results: [] }, { b: [3] }] }),
  ).toEqual({
    rest: [{ a: [1], runs: [{ results: [0] }, { results: [1] }, { b: [3] }] }],
    items: [
      [0, { x: 1 }],
      [0, 'y'],
    ],
    dropped: 0,
  });
});

test.each<readonly [JsonListPath, unknown, unknown, unknown]>([
  [
    [],
    [1, [2], '],'],
    [[0]],
    [
      [0, 1],
      [0, [2]],
      [0, '],'],
    ],
  ],
  [['a'], '{"b":{"a":[1]},"\\u0061":[2],"c":"a"}', [{ b: { a: [1] }, a: [0], c: 'a' }], [[0, 2]]],
  [['a', '*'], { a: { x: [1], y: { z: [] } }, z: [9] }, [{ a: { x: [0], y: { z: [] } }, z: [9] }], [[0, 1]]],
  [
    ['a'],
    '{"a":[1],"a":[2]}',
    [{ a: [1] }],
    [
      [0, 1],
      [1, 2],
    ],
  ],
  [['a'], { a: { b: [1] } }, [{ a: { b: [1] } }], []],
  [['a'], [{ a: [1] }], [[{ a: [1] }]], []],
  [
    'values',
    '{"a":1}\n\n[2] 3\n"x" true',
    [],
    [
      [0, { a: 1 }],
      [0, [2]],
      [0, 3],
      [0, 'x'],
      [0, true],
    ],
  ],
  ['values', '', [], []],
])('%j in %j', (path, content, rest, items) => {
  expect(read(path, content)).toMatchObject({ rest, items });
});

test.each([
  ['{"a":[1,]}', 'a value is expected', 1, 9],
  ['{"a":[{}\n{}]}', "',' or ']' is expected", 2, 1],
  ['{"a":[{"x":1\n,}]}', 'a member name in double quotes is expected', 2, 2],
  ['{"a":[1', 'the text ends inside an element of a list', 1, 8],
  ['{"a":[{"x":"', 'the text ends inside an element of a list', 1, 13],
  ['{"a":[', 'the text ends inside a list', 1, 7],
  ['{"b":[1],\n"a":[1],\n "c" 1}', "':' is expected after a member name", 3, 6],
  ['{"a":["\n"]}', 'a control character inside a string', 1, 8],
  ['', 'the text ends where a value is expected', 1, 1],
])('%j is at fault, with its place, whole or in parts', async (content, because, line, column) => {
  const failed = { state: 'failed', fault: { code: 'malformed', because, line, column } };
  expect(readJsonLists(bytesOf(content), wanted(['a']))).toEqual(failed);
  for (const size of [1, 2, 3, 7]) expect(await streamed(['a'], content, size)).toEqual(failed);
});

test('depth and size of an element are bounded', () => {
  const deep = `{"a":[${'['.repeat(1000)}${']'.repeat(1000)}]}`;
  expect(readJsonLists(bytesOf(deep), wanted(['a']))).toMatchObject({ fault: { code: 'too-large' } });
  expect(read(['a'], { a: ['x'.repeat(4_194_400), 1] })).toMatchObject({ items: [[0, 1]], dropped: 1 });
});

test('what the parts are does not matter, and what comes out is what JSON.parse says', async () => {
  const document = fc.record({ a: fc.array(fc.jsonValue({ maxDepth: 3 })), b: fc.jsonValue({ maxDepth: 3 }) });
  await fc.assert(
    fc.asyncProperty(
      document,
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(undefined, 1),
      async (value, size, indent) => {
        const text = `\ufeff${JSON.stringify(value, null, indent)}`;
        const again = JSON.parse(text.slice(1)) as { readonly a: readonly unknown[] };
        expect(await streamed(['a'], text, size)).toMatchObject({
          state: 'parsed',
          value: { items: again.a.map((item) => [0, item]) },
        });
      },
    ),
  );
});
