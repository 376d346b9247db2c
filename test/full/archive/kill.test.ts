// SPDX-License-Identifier: Apache-2.0
import { createHash, randomInt } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openDirectoryArchive } from '@plumbline/adapters/archives/directory/open-directory-archive';
import { openOciLayoutArchive } from '@plumbline/adapters/archives/oci-layout/open-oci-layout-archive';
import { openS3Archive } from '@plumbline/adapters/archives/s3/open-s3-archive';
import { s3Settings } from '@plumbline/adapters/archives/s3/s3-settings';
import type { ArchiveStore } from '@plumbline/core/archive/archive-store';
import { gatherRelease, releaseManifestText } from '@plumbline/engine/release/gather-release';
import { afterAll, expect, test } from 'vitest';
import { drill } from '../../archive/release-for-tests.ts';
import { commandLine } from '../../scenarios/plumbline.ts';
import { startS3Server } from './s3-server.ts';

const root = await mkdtemp(join(tmpdir(), 'plumbline-kill-'));
const server = await startS3Server(['archive']);
afterAll(async () => {
  await server.stop();
  await rm(root, { recursive: true, force: true });
});

const [node = '', ...words] = commandLine;

/** A release of two files, one of which every other release has as well. */
async function gathered(tag: string): Promise<string> {
  const folder = join(root, `release-${tag}`);
  await mkdir(folder);
  const contents = {
    'app.bin': Buffer.alloc(1_500_000, `of ${tag} `),
    'shared.bin': Buffer.alloc(700_000, 'in each '),
  };
  for (const [name, bytes] of Object.entries(contents)) await writeFile(join(folder, name), bytes);
  const manifest = gatherRelease({
    tag,
    commit: 'a'.repeat(40),
    createdAt: '2026-01-01T00:00:00Z',
    gate: { outcome: 'not-asked', reason: 'a release of tests' },
    parts: Object.entries(contents).map(([name, bytes]) => ({
      name,
      role: 'artifact',
      digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
      size: bytes.length,
    })),
  });
  await writeFile(join(folder, 'release.json'), releaseManifestText(manifest));
  return folder;
}

/** Archives a release in a process that is killed after a while; whether it had said that the release is kept. */
async function putAndKill(tag: string, place: string, afterMs: number | null): Promise<boolean> {
  const folder = await gathered(tag);
  const child = spawn(node, [...words, 'archive', 'put', folder, '--to', place], {
    env: { ...process.env, ...server.environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const closed = once(child, 'close');
  if (afterMs !== null) {
    await Promise.race([setTimeout(afterMs), closed]);
    child.kill('SIGKILL');
  }
  const [code] = (await closed) as [number | null];
  await rm(folder, { recursive: true });
  return code === 0 || said.includes('is kept in');
}

const kinds: readonly (readonly [string, string, () => ArchiveStore])[] = [
  ['directory', join(root, 'directory'), () => openDirectoryArchive(join(root, 'directory'))],
  ['OCI image layout', `oci:${join(root, 'oci')}`, () => openOciLayoutArchive(join(root, 'oci'))],
  ['S3', 's3://archive/killed', () => openS3Archive(s3Settings('s3://archive/killed', server.environment))],
];

test.each(kinds)(
  '%s: what was acknowledged is there after kill -9, and nothing is half there',
  async (_, place, open) => {
    const started = performance.now();
    expect(await putAndKill('first', place, null)).toBe(true);
    const wholeMs = performance.now() - started;
    const acknowledged: string[] = ['first'];
    const rounds = 60;
    for (let round = 0; round < rounds; round += 1)
      if (await putAndKill(`v${round}`, place, randomInt(Math.ceil(wholeMs * 0.3), Math.ceil(wholeMs * 1.3))))
        acknowledged.push(`v${round}`);
    // A process that was killed between a descriptor and the index leaves the index to the next one.
    expect(await putAndKill('last', place, null)).toBe(true);
    const result = await drill(open());
    expect(result.faults).toEqual([]);
    const names = new Set(result.releases.map(({ name }) => name));
    expect(acknowledged.filter((name) => !names.has(name))).toEqual([]);
    // Both kinds of ends were met, or nothing was shown.
    expect(acknowledged.length).toBeGreaterThan(3);
    expect(acknowledged.length).toBeLessThan(rounds);
  },
);
