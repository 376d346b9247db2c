// SPDX-License-Identifier: Apache-2.0
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openOciLayoutArchive } from '@plumbline/adapters/archives/oci-layout/open-oci-layout-archive';
import { putRelease } from '@plumbline/engine/archive/put-release';
import { afterAll, expect, test } from 'vitest';
import { releaseOf } from '../../archive/release-for-tests.ts';
import { installGoProgram } from './install-go-program.ts';

const root = await mkdtemp(join(tmpdir(), 'plumbline-oras-'));
afterAll(() => rm(root, { recursive: true, force: true }));

const oras = await installGoProgram('oras.land/oras/cmd/oras@v1.3.6');
const run = async (...args: readonly string[]): Promise<string> =>
  (await promisify(execFile)(oras, args, { cwd: root })).stdout;

const files = { 'app.tgz': 'the artifact', 'app.tgz.sigstore.json': '{}', 'app.cdx.json': '{}', 'notes.txt': 'notes' };
const roles = { 'app.tgz.sigstore.json': 'signature', 'app.cdx.json': 'sbom', 'notes.txt': 'report' } as const;

test('a tool of others lists, pulls and copies what was archived, with what is about it', async () => {
  const store = openOciLayoutArchive(join(root, 'kept'));
  for (const tag of ['v1.0.0', 'v1.1.0'])
    await putRelease(store, {
      source: releaseOf({ ...files, 'notes.txt': `notes of ${tag}` }, tag, roles),
      archivedAt: '2026-01-02T00:00:00.000Z',
      retainUntil: null,
    });
  expect((await run('repo', 'tags', '--oci-layout', 'kept')).trim().split('\n').toSorted()).toEqual([
    'v1.0.0',
    'v1.1.0',
  ]);
  await run('pull', '--oci-layout', 'kept:v1.0.0', '--output', 'pulled');
  expect(await readdir(join(root, 'pulled'))).toEqual([...Object.keys(files), 'release.json'].toSorted());
  expect(await readFile(join(root, 'pulled', 'notes.txt'), 'utf8')).toBe('notes of v1.0.0');

  await run('cp', '--recursive', '--from-oci-layout', '--to-oci-layout', 'kept:v1.0.0', 'copied:v1.0.0');
  for (const layout of ['kept', 'copied']) {
    const found = JSON.parse(await run('discover', '--oci-layout', `${layout}:v1.0.0`, '--format', 'json')) as {
      readonly artifactType: string;
      readonly referrers: readonly { readonly artifactType: string; readonly digest: string }[];
    };
    expect(found.artifactType).toBe('application/vnd.plumbline.release.v1+json');
    expect(found.referrers.map(({ artifactType }) => artifactType).toSorted()).toEqual([
      'application/vnd.cyclonedx+json',
      'application/vnd.dev.sigstore.bundle.v0.3+json',
    ]);
    const bill = found.referrers.find(({ artifactType }) => artifactType.includes('cyclonedx'))?.digest ?? '';
    await run('pull', '--oci-layout', `${layout}@${bill}`, '--output', `bill-${layout}`);
    expect(await readdir(join(root, `bill-${layout}`))).toEqual(['app.cdx.json']);
  }
});
