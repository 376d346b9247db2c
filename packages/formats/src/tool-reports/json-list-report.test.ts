// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { at, isObject, textOf } from '../json/json-fields.ts';
import { bytesOf } from '../testing/bytes-of.ts';
import { jsonListReport } from './json-list-report.ts';
import type { ReportParser } from './report-parser.ts';
import { readWhole, streamWhole } from './testing/read-whole.ts';

const report: ReportParser = jsonListReport({
  id: 'made',
  title: 'Made JSON',
  path: ['found'],
  keep: { found: {}, version: {} },
  recognise: ([value]) => isObject(value) && 'found' in value,
  begin: (rest) =>
    Array.isArray(at(rest, 'found'))
      ? {
          resultsOf: (entry) => [{ kind: 'code', rule: textOf(entry['rule']) ?? '', title: null, severity: 'low' }],
          run: () => ({ tool: 'made', toolVersion: textOf(at(rest, 'version')), completed: true }),
        }
      : null,
});
const rulesOf = (content: unknown): readonly string[] =>
  readWhole(report, bytesOf(content)).results.map(({ rule }) => rule);

test('entries one by one; what stands behind them counts', async () => {
  const bytes = bytesOf({ found: [{ rule: 'a' }, { rule: 'b' }], version: '1.2' });
  const whole = readWhole(report, bytes);
  expect(whole.results.map(({ rule }) => rule)).toEqual(['a', 'b']);
  expect(whole.read).toMatchObject({
    state: 'parsed',
    runs: [{ format: 'made', tool: 'made', toolVersion: '1.2', completed: true, problems: [] }],
  });
  expect(await streamWhole(report, bytes, [5, 1, 3])).toEqual(whole);
});

test('of a list that comes again the last counts', () => {
  expect(rulesOf('{"found":[{"rule":"old"}],"found":[{"rule":"new"}]}')).toEqual(['new']);
});

test('what is no object, and what is too large, is told; then nobody knows that it is all', () => {
  const text = JSON.stringify({ found: [1, { rule: 'a' }, { rule: 'x'.repeat(4_200_000) }] });
  const { read, results } = readWhole(report, bytesOf(text));
  expect(results.map(({ rule }) => rule)).toEqual(['a']);
  expect(read).toMatchObject({
    runs: [{ completed: null, problems: ['an entry is no object', '1 entries of more than 4 MiB were not read'] }],
  });
});

test('another document is not such a report', () => {
  expect(readWhole(report, bytesOf({ found: {} })).read).toMatchObject({
    state: 'failed',
    fault: { code: 'unknown-format', because: 'this is no report in the format Made JSON' },
  });
});

/** A text far larger than memory may hold, made as it is read: one string that does not end for 600 MB. */
async function* endless(): AsyncIterable<Uint8Array> {
  yield bytesOf('{"found":[{"rule":"a"},{"rule":"');
  const filler = new Uint8Array(1_048_576).fill(0x78);
  for (let part = 0; part < 600; part += 1) yield filler;
  yield bytesOf('"},{"rule":"b"}],"version":"1.2"}');
}

test('a string of hundreds of megabytes is passed over and not held', async () => {
  const rules: string[] = [];
  const before = process.memoryUsage().arrayBuffers;
  const read = await report.stream?.(endless, ({ rule }) => rules.push(rule));
  expect(rules).toEqual(['a', 'b']);
  expect(read).toMatchObject({ runs: [{ problems: ['1 entries of more than 4 MiB were not read'] }] });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1_048_576);
});

/** The same beside the list, where it would have to be held. */
async function* endlessRest(): AsyncIterable<Uint8Array> {
  yield bytesOf('{"version":"');
  const filler = new Uint8Array(1_048_576).fill(0x78);
  for (let part = 0; part < 600; part += 1) yield filler;
}

test('a string of hundreds of megabytes beside the list is refused', async () => {
  expect(await report.stream?.(endlessRest, () => undefined)).toMatchObject({
    state: 'failed',
    fault: { code: 'too-large', because: 'more than 67108864 bytes beside the results', line: 1 },
  });
});
