// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEvidenceFiles } from './read-evidence-files.ts';

let folder: string;
let report: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-evidence-'));
  report = join(folder, 'report.sarif');
  await writeFile(report, '{"version":"2.1.0","runs":[]}');
});
afterEach(() => rm(folder, { recursive: true }));

test('reads each path once, follows a link to a file, and knows the digest', async () => {
  await symlink(report, join(folder, 'link.sarif'));
  const files = await readEvidenceFiles([report, report, join(folder, 'link.sarif')]);
  expect(files.map(({ path }) => path)).toEqual([report, join(folder, 'link.sarif')]);
  const digest = createHash('sha256').update('{"version":"2.1.0","runs":[]}').digest('hex');
  expect(files.map(({ sha256 }) => sha256)).toEqual([digest, digest]);
});

test('a path without a file, a folder, a pipe and a device are refused by name', async () => {
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  await mkdir(join(folder, 'reports'));
  for (const path of [join(folder, 'missing.sarif'), join(folder, 'reports'), pipe, '/dev/zero'])
    await expect(readEvidenceFiles([path])).rejects.toMatchObject({ code: 'input-unreadable', path });
});

test('too much, or too many, is refused before it is read', async () => {
  const huge = join(folder, 'huge.json');
  await writeFile(huge, '');
  await truncate(huge, 257 * 1_048_576);
  await expect(readEvidenceFiles([huge])).rejects.toMatchObject({ code: 'input-too-large', path: huge });
  await expect(readEvidenceFiles(Array.from({ length: 1001 }, (_, index) => `${index}`))).rejects.toMatchObject({
    code: 'input-too-large',
  });
});

test('what is no evidence ends the run: file, line and column are named', async () => {
  const cut = join(folder, 'cut.sarif');
  await writeFile(cut, '{"version":"2.1.0",\n"runs":[');
  await expect(readEvidenceFiles([cut])).rejects.toMatchObject({
    code: 'input-invalid',
    path: cut,
    line: 2,
    message: expect.stringContaining('column 9'),
  });
  const other = join(folder, 'other.json');
  await writeFile(other, '{"hello":"world"}');
  await expect(readEvidenceFiles([other])).rejects.toMatchObject({
    code: 'input-invalid',
    path: other,
    next: expect.stringContaining('SARIF 2.1.0'),
  });
  const deep = join(folder, 'deep.json');
  await writeFile(deep, '['.repeat(500));
  await expect(readEvidenceFiles([deep])).rejects.toMatchObject({ code: 'input-too-large', path: deep });
});
