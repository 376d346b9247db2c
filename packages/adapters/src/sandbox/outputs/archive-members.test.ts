// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildZip } from '../../testing/build-zip.ts';
import { useRepositories } from '../../testing/use-repositories.ts';
import { archiveMembers } from './archive-members.ts';
import { memberDifferences } from './compare-outputs.ts';

const { folder } = useRepositories();

async function differences(first: Uint8Array, second: Uint8Array): Promise<readonly string[] | null> {
  const root = folder();
  writeFileSync(join(root, 'first'), first);
  writeFileSync(join(root, 'second'), second);
  const [one, two] = [await archiveMembers(join(root, 'first')), await archiveMembers(join(root, 'second'))];
  return one === null || two === null ? null : memberDifferences(one.members, two.members);
}

/** A tar of files, in the order in which they are named. */
function tar(files: { readonly [name: string]: string }, day: string, ...options: readonly string[]): Buffer {
  const root = folder();
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(root, name), text);
    utimesSync(join(root, name), new Date(day), new Date(day));
  }
  return execFileSync('tar', ['--create', ...options, '--file=-', ...Object.keys(files)], { cwd: root });
}

const zip = (files: { readonly [name: string]: string }): Buffer =>
  buildZip(Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) })));

test.each([
  ['zip', zip({ a: '1', b: '2', c: '3' }), zip({ a: '1', b: 'two', d: '3' })],
  ['tar', tar({ a: '1', b: '2', c: '3' }, '2026-01-01'), tar({ a: '1', b: 'two', d: '3' }, '2026-01-01')],
  [
    'tar.gz',
    tar({ a: '1', b: '2', c: '3' }, '2026-01-01', '-z'),
    tar({ a: '1', b: 'two', d: '3' }, '2026-01-01', '-z'),
  ],
])('%s: which member differs', async (_, first, second) => {
  expect(await differences(first, second)).toEqual(['b: content', 'c: only in the first', 'd: only in the second']);
});

test('the order of members, and what differs in no member', async () => {
  expect(await differences(zip({ a: '1', b: '2' }), zip({ b: '2', a: '1' }))).toEqual([
    'the order of the members, from number 1 on',
  ]);
  expect(await differences(tar({ a: '1' }, '2026-01-01'), tar({ a: '1' }, '2026-01-02'))).toEqual([]);
});

test('gzip of a file that is no archive', async () => {
  expect(await differences(gzipSync('one'), gzipSync('two'))).toEqual(['the packed content: content']);
  expect(await differences(gzipSync('one', { level: 1 }), gzipSync('one', { level: 9 }))).toEqual([]);
});

test('what is no archive, or is torn, is told apart as a file only', async () => {
  expect(await differences(Buffer.from('plain'), zip({ a: '1' }))).toBeNull();
  expect(await differences(gzipSync('one').subarray(0, 12), gzipSync('one'))).toBeNull();
  expect(await differences(zip({ a: '1' }).subarray(0, 40), zip({ a: '1' }))).toBeNull();
});
