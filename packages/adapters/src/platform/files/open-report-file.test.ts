// SPDX-License-Identifier: Apache-2.0
import { appendFileSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReportFile, type ReportFile } from './open-report-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-report-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function read({ open }: ReportFile): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of open()) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString();
}

test('a file is read as often as wanted', async () => {
  const path = join(folder, 'same');
  writeFileSync(path, 'lantern');
  const file = await openReportFile(path);
  expect([file.name, file.size, await read(file), await read(file)]).toEqual(['same', 7, 'lantern', 'lantern']);
  await file.close();
});

test.each<[string, (path: string) => void]>([
  ['exchanged', (path) => writeFileSync(path, 'LANTERN')],
  ['appended to', (path) => appendFileSync(path, ' 1.0')],
])('what was %s after its digest was made is not read as what it was', async (_, change) => {
  const path = join(folder, 'changed');
  writeFileSync(path, 'lantern');
  const then = new Date(1_700_000_000_000);
  utimesSync(path, then, then);
  await new Promise((resolve) => setTimeout(resolve, 20)); // file systems count time in steps
  const file = await openReportFile(path);
  change(path);
  utimesSync(path, then, then);
  await expect(read(file)).rejects.toMatchObject({ code: 'input-unreadable', path });
  await file.close();
});
