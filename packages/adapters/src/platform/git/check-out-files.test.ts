// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { useRepositories } from '../../testing/use-repositories.ts';
import { checkOutFiles } from './check-out-files.ts';

const { build, folder, open } = useRepositories();
const signal = new AbortController().signal;
const leaveOut = (): boolean => false;

const filesIn = (path: string): readonly string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort();

test('bytes come out as they are stored: no filter, line ending or executable bit', async () => {
  const binary = Uint8Array.from({ length: 300 }, (_, index) => index % 256);
  const { path } = build({
    commits: [
      {
        files: {
          '.gitattributes': '* text eol=crlf filter=evil working-tree-encoding=UTF-16\n',
          'lines.txt': 'one\ntwo\n',
          'data.bin': binary,
          'bin/run': { executable: '#!/bin/sh\n' },
          '--help': 'a name like an option',
        },
      },
    ],
    config: '[filter "evil"]\n\tsmudge = touch pwned\n',
  });
  const to = folder();
  const result = await checkOutFiles(await open(path), { folder: to, leaveOut, signal });
  expect(result).toEqual({ files: 5, missing: [], missingCount: 0 });
  expect(filesIn(to)).toEqual(['--help', '.gitattributes', 'bin/run', 'data.bin', 'lines.txt']);
  expect(readFileSync(join(to, 'lines.txt'), 'utf8')).toBe('one\ntwo\n');
  expect(readFileSync(join(to, 'data.bin'))).toEqual(Buffer.from(binary));
  expect(statSync(join(to, 'bin/run')).mode & 0o111).toBe(0);
});

test('links, submodules, what is left out and names that could leave the folder do not come', async () => {
  const { path } = build({
    commits: [
      {
        files: {
          etc: { link: '/etc' },
          'up/down': { link: '../../..' },
          sub: { submodule: 'a'.repeat(40) },
          'secret.toml': 'x',
          'a\nb': 'a line break',
          kept: 'kept',
        },
      },
    ],
  });
  const to = folder();
  const options = { folder: to, leaveOut: (file: string) => file === 'secret.toml', signal };
  const result = await checkOutFiles(await open(path), options);
  expect(filesIn(to)).toEqual(['kept']);
  expect(result.missing).toEqual([{ path: 'a\uFFFDb', because: 'its name has control characters' }]);
});

test('a work tree is copied as it lies there', async () => {
  const { path } = build({ commits: [{ files: { 'app/a.txt': 'committed', 'b.txt': 'same' } }] });
  const { writeFileSync } = await import('node:fs');
  writeFileSync(join(path, 'app/a.txt'), 'changed');
  const to = folder();
  await checkOutFiles(await open(path, { worktree: true }), { folder: to, leaveOut, signal });
  expect(readFileSync(join(to, 'app/a.txt'), 'utf8')).toBe('changed');
});
