// SPDX-License-Identifier: Apache-2.0
import { lstatSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { useRepositories } from '../../testing/use-repositories.ts';
import { checkOutAsStored } from './check-out-as-stored.ts';

const { build, folder, open } = useRepositories();
const signal = new AbortController().signal;
const leaveOut = (): boolean => false;

test('executable bits and links are those of the commit', async () => {
  const { path } = build({
    commits: [
      {
        files: {
          'run.sh': { executable: '#!/bin/sh\n' },
          'a/text': 'text',
          link: { link: 'a/text' },
          'a/up': { link: '..' },
        },
      },
    ],
  });
  const to = folder();
  const result = await checkOutAsStored(await open(path), { folder: to, leaveOut, signal });
  expect(result).toEqual({ files: 4, missing: [], missingCount: 0 });
  expect(statSync(join(to, 'run.sh')).mode & 0o777).toBe(0o755);
  expect(statSync(join(to, 'a/text')).mode & 0o777).toBe(0o644);
  expect(readlinkSync(join(to, 'link'))).toBe('a/text');
  expect(readlinkSync(join(to, 'a/up'))).toBe('..');
});

test('a submodule is missing, and what is left out is not', async () => {
  const { path } = build({
    commits: [{ files: { module: { submodule: '1'.repeat(40) }, a: 'a', b: { link: 'a' } } }],
  });
  const repository = await open(path);
  const all = await checkOutAsStored(repository, { folder: folder(), leaveOut, signal });
  expect(all).toMatchObject({ files: 2, missing: [{ path: 'module' }], missingCount: 1 });
  const part = await checkOutAsStored(repository, { folder: folder(), leaveOut: (name) => name !== 'a', signal });
  expect(part).toEqual({ files: 1, missing: [], missingCount: 0 });
});

test('no file is written through a link, whatever the order of the names', async () => {
  const outside = folder();
  const { path } = build({ commits: [{ files: { 'a-link': { link: outside }, 'a-link2/file': 'x', z: 'z' } }] });
  const to = folder();
  await checkOutAsStored(await open(path), { folder: to, leaveOut, signal });
  expect(lstatSync(join(to, 'a-link')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(to, 'a-link2/file'), 'utf8')).toBe('x');
});
