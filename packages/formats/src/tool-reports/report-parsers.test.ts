// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allReportParsers } from '../generated/report-parsers.ts';
import { bytesOf } from '../testing/bytes-of.ts';
import { shapeOfReport } from './report-shape/shape-of-report.ts';
import { readWhole, streamWhole } from './testing/read-whole.ts';
import { resultFaults } from './testing/result-faults.ts';

const hostile = fc.anything({ maxDepth: 4, withNullPrototype: false });
const texts = [
  '',
  'null',
  '[]',
  '{}',
  '<a/>',
  '<a',
  'a,b\n1,"',
  '[{}]',
  '[[[]]]',
  '{"results":[{"a":[]}]}',
  '[null,1,"x"]',
];

test('every folder with a parser is registered under its name', () => {
  const home = new URL('./', import.meta.url);
  const folders = readdirSync(home, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const parsers = folders.filter(({ name }) => existsSync(new URL(`${name}/${name}-report.ts`, home)));
  expect(allReportParsers.map(({ id }) => id)).toEqual(parsers.map(({ name }) => name).sort());
});

test('ids and titles are told apart', () => {
  const ids = allReportParsers.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(allReportParsers.map(({ title }) => title)).size).toBe(ids.length);
});

test.each(texts.slice(1))('%j is nobody’s own: it names no tool', (text) => {
  const shaped = shapeOfReport(bytesOf(text), true);
  const owners = shaped.state === 'shaped' ? allReportParsers.filter(({ recognise }) => recognise(shaped.shape)) : [];
  expect(owners.map(({ id }) => id)).toEqual([]);
});

describe.each(allReportParsers.map((parser) => [parser.id, parser] as const))('%s', (_, parser) => {
  const holds = (bytes: Uint8Array): void => {
    const { read, results } = readWhole(parser, bytes);
    expect(read.state).toMatch(/^(?:parsed|failed)$/);
    expect(results.flatMap((result) => resultFaults(result))).toEqual([]);
    if (read.state === 'failed') expect(Math.min(read.fault.line, read.fault.column)).toBeGreaterThan(0);
    else for (const run of read.runs) expect(run.format).toBe(parser.id);
  };

  test('no bytes and no values make it throw, and what comes out is valid', () => {
    expect.hasAssertions();
    for (const text of texts) holds(bytesOf(text));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => holds(bytes)),
      { numRuns: 50 },
    );
    fc.assert(
      fc.property(hostile, (value) => holds(bytesOf(JSON.stringify(value) ?? ''))),
      { numRuns: 200 },
    );
  });
});

test.each(allReportParsers.filter(({ stream }) => stream !== undefined).map((parser) => [parser.id, parser] as const))(
  '%s: its stream says what its parse says, however the bytes are cut',
  async (_, parser) => {
    await fc.assert(
      fc.asyncProperty(hostile, fc.array(fc.nat(9), { minLength: 1 }), async (value, sizes) => {
        const bytes = bytesOf(JSON.stringify(value) ?? '');
        expect(await streamWhole(parser, bytes, sizes)).toEqual(readWhole(parser, bytes));
      }),
      { numRuns: 50 },
    );
  },
);
