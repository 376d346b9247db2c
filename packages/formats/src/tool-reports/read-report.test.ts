// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../testing/bytes-of.ts';
import { readReport } from './read-report.ts';
import type { ReadReport } from './report-parser.ts';

async function read(text: string, format?: string): Promise<{ readonly read: ReadReport; readonly rules: string[] }> {
  const bytes = bytesOf(text);
  const rules: string[] = [];
  const open = async function* (): AsyncIterable<Uint8Array> {
    yield bytes;
  };
  const options = format === undefined ? {} : { format };
  return { read: await readReport({ size: bytes.length, open }, ({ rule }) => rules.push(rule), options), rules };
}
const report = '[{"code":"DL3008","file":"Dockerfile","line":1,"column":1,"level":"info","message":"Pin versions"}]';

test.each([
  ['a log', `npm WARN config\nnpm WARN again\n${report}\n`, 2],
  ['a log in brackets', `[INFO] starting\r\n${report}`, 1],
  ['a log of JSON', `banner\n{"level":"info"}\n${report}`, 2],
  ['a table', `a,b\n${report}`, 1],
])('%s before the report is passed over, and the run says so', async (_, text, lines) => {
  expect(await read(text)).toMatchObject({
    read: { state: 'parsed', runs: [{ problems: [`${lines} lines before the report were passed over`] }] },
    rules: ['DL3008'],
  });
});

test.each([
  ['text about a report', `see this:\n${report}\nand so on`],
  ['a report of no known tool', 'log\n{"unknown":1}'],
])('%s is none', async (_, text) => {
  expect(await read(text)).toMatchObject({ read: { state: 'failed', fault: { code: expect.any(String) } }, rules: [] });
});

test('what breaks off after a log fails where it stands in the file, and nothing is passed over when a format is named', async () => {
  const many = JSON.stringify(
    Array.from({ length: 9 }, () => JSON.parse(report)[0] as unknown),
    null,
    1,
  );
  expect(await read(`log\n${many.slice(0, -20)}`)).toMatchObject({ read: { state: 'failed' } });
  expect(await read(`log\n${report}`, 'hadolint')).toMatchObject({ read: { state: 'failed', fault: { line: 1 } } });
});
