// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import { allReportParsers } from '@plumbline/formats/generated/report-parsers';
import { headBytes } from '@plumbline/formats/tool-reports/detect-report';
import { readReport } from '@plumbline/formats/tool-reports/read-report';
import type { ReadReport } from '@plumbline/formats/tool-reports/report-parser';
import { asUtf8 } from '@plumbline/formats/tool-reports/report-shape/as-utf8';
import { shapeOfReport } from '@plumbline/formats/tool-reports/report-shape/shape-of-report';
import { resultFaults } from '@plumbline/formats/tool-reports/testing/result-faults';
import { describe, expect, test } from 'vitest';
import { corpus, type ForeignFile, objectsBelow } from './corpus.ts';
import { alsoRead, explained, listedTools, nameless } from './scanner-reports-listed.ts';

const files = corpus('scanner-reports');
const folderOf = (name: string): string => name.split('/')[0] ?? '';
const isListed = ({ name }: ForeignFile): boolean => folderOf(name) in listedTools;
const expected = (
  JSON.parse(readFileSync(new URL('scanner-reports/expected-findings.json', import.meta.url), 'utf8')) as {
    readonly findings: { readonly [file: string]: number };
  }
).findings;

type Read = { readonly read: ReadReport; readonly results: readonly ToolResult[] };
async function readFile({ bytes }: Pick<ForeignFile, 'bytes'>, format?: string): Promise<Read> {
  const results: ToolResult[] = [];
  const open = async function* (): AsyncIterable<Uint8Array> {
    yield bytes;
  };
  const options = format === undefined ? {} : { format };
  const read = await readReport({ size: bytes.length, open }, (result) => results.push(result), options);
  return { read, results };
}

describe.each(files.filter((file) => isListed(file) && !(file.name in nameless)))('$name', (file) => {
  test('is read by the parser of its tool, and gives what it says', async () => {
    const { read, results } = await readFile(file);
    const formats = read.state === 'parsed' ? read.runs.map(({ format }) => format) : [read.fault.because];
    const allowed = listedTools[folderOf(file.name)] ?? [];
    expect(formats.filter((format) => !allowed.includes(format))).toEqual([]);
    expect(results.length).toBe(explained[file.name]?.results ?? expected[file.name] ?? results.length);
    expect(results.flatMap((result) => resultFaults(result))).toEqual([]);
  });
});

test.each(Object.entries(nameless))('%s names no tool; read as %s it has no results', async (name, format) => {
  const file = files.find((one) => one.name === name) ?? { bytes: new Uint8Array() };
  expect(await readFile(file)).toMatchObject({
    read: { state: 'failed', fault: { because: expect.stringMatching(/^not a format I know/) } },
  });
  const { read, results } = await readFile(file, format);
  expect(results).toEqual([]);
  expect(read.state === 'parsed' || !(name in expected)).toBe(true);
});

test('at most 5 % of the files of listed tools differ, and each that is explained does', () => {
  const listed = files.filter((file) => isListed(file));
  expect(Object.keys(explained).length).toBeLessThanOrEqual(listed.length * 0.05);
  expect(Object.entries(explained).filter(([name, { results }]) => expected[name] === results)).toEqual([]);
});

test('every other file is told that it is of no known format, but for those that are known to be of one', async () => {
  for (const file of files.filter((one) => !isListed(one))) {
    const { read, results } = await readFile(file);
    const said = read.state === 'failed' ? read.fault.because : read.runs.map(({ format }) => format).join();
    expect(`${file.name}: ${said}`).toMatch(new RegExp(`: ${alsoRead[file.name] ?? 'not a format I know: .'}`));
    expect(results.flatMap((result) => resultFaults(result))).toEqual([]);
  }
});

/** Reports of one tool inside that of another: their heads look like the inner one. */
const nested: ReadonlySet<string> = new Set(['gitlab_dast/gitlab_dast_many_vul_v14.json']);

function ownersOf(part: Uint8Array, isWhole: boolean): readonly string[] {
  const shaped = shapeOfReport(part, isWhole);
  if (shaped.state === 'failed') return [];
  return allReportParsers.filter(({ recognise }) => recognise(shaped.shape)).map(({ id }) => id);
}

test('no file is recognised by two parsers, and the head of one by no other than the whole', () => {
  for (const { name, bytes } of files) {
    const text = asUtf8(bytes);
    const owners = ownersOf(text, true);
    expect([name, owners.length > 1 ? owners : []]).toEqual([name, []]);
    for (const share of nested.has(name) ? [] : [0.1, 0.5, 0.9]) {
      const head = ownersOf(text.subarray(0, Math.min(headBytes, text.length * share)), false);
      expect([name, head.filter((id) => !owners.includes(id))]).toEqual([name, []]);
    }
  }
});

/** Formats of lines: what is cut between two of them looks whole. */
const byLine: ReadonlySet<string> = new Set([
  'pmd',
  'sonarqube-html',
  'trufflehog',
  'govulncheck',
  'nuclei',
  'yarn-audit',
]);

test('half a report is no report: what is cut off anywhere fails, with its place', async () => {
  for (const file of files.filter((one) => isListed(one) && !(one.name in nameless))) {
    const { read } = await readFile(file);
    const [run] = read.state === 'parsed' ? read.runs : [];
    if (run === undefined || byLine.has(run.format)) continue;
    for (const share of [0.2, 0.5, 0.9]) {
      const half = { bytes: file.bytes.subarray(0, Math.floor(file.bytes.length * share)) };
      const cut = (await readFile(half, run.format)).read;
      expect([file.name, share, cut.state]).toEqual([file.name, share, 'failed']);
    }
  }
});

test('reading twice gives the same', async () => {
  for (const file of files.filter((one) => isListed(one))) expect(await readFile(file)).toEqual(await readFile(file));
});

/** The n-th value below, in order, replaced by another. */
function replaced(value: unknown, at: { left: number }, by: unknown): unknown {
  at.left -= 1;
  if (at.left === 0) return by;
  if (Array.isArray(value)) return value.map((entry) => replaced(entry, at, by));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, replaced(member, at, by)]));
}

describe('a report with any part replaced', () => {
  const strange: readonly unknown[] = [
    null,
    [],
    {},
    '',
    'x',
    -1,
    1e300,
    true,
    [null],
    { a: [] },
    '\u001b[2J',
    '../../x',
  ];

  test.each(Object.keys(listedTools))('%s: nothing throws, and what comes out is valid', async (folder) => {
    for (const { name, json, bytes } of files.filter((file) => folderOf(file.name) === folder)) {
      const { read } = await readFile({ bytes }, nameless[name]);
      const [run] = read.state === 'parsed' ? read.runs : [];
      if (run === undefined || typeof json !== 'object' || bytes.length > 100_000) continue;
      for (let step = 1; step <= 60; step += 1) {
        const change = { left: Math.ceil((step * step) / 4) };
        const changed = JSON.stringify(replaced(json, change, strange[step % strange.length]));
        const { results } = await readFile({ bytes: new TextEncoder().encode(changed) }, run.format);
        expect([name, step, results.flatMap((result) => resultFaults(result))]).toEqual([name, step, []]);
      }
    }
  });
});

test('no secret that a report shows comes out of it', async () => {
  const folders = new Set([
    'gitleaks',
    'trufflehog',
    'trufflehog3',
    'detect_secrets',
    'github_secrets_detection_report',
  ]);
  const secretMembers = ['Secret', 'Match', 'offender', 'line', 'secret', 'Raw', 'RawV2', 'Redacted'];
  let looked = 0;
  for (const file of files.filter(({ name }) => folders.has(folderOf(name)))) {
    const text = new TextDecoder().decode(file.bytes);
    const values =
      file.json === undefined
        ? text
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line) as unknown)
        : [file.json];
    const { results } = await readFile(file, nameless[file.name]);
    const shown = JSON.stringify(results);
    for (const entry of values.flatMap((value) => objectsBelow(value)))
      for (const member of secretMembers) {
        const secret = entry[member];
        if (typeof secret !== 'string' || secret.length < 8) continue;
        looked += 1;
        for (const part of [secret, decodedBase64(secret)])
          expect([file.name, shown.includes(part)]).toEqual([file.name, false]);
      }
  }
  expect(looked).toBeGreaterThan(30);
});

/** TruffleHog writes what it found in base64. */
const decodedBase64 = (text: string): string => {
  const decoded = Buffer.from(text, 'base64').toString('utf8');
  return decoded.length < 8 ? text : decoded;
};
