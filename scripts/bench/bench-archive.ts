// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gatherRelease, releaseManifestText } from '@plumbline/engine/release/gather-release';
import { type Measured, median, runMeasured } from './run-measured.ts';

const mebibyte = 1024 * 1024;

/** A drill over one release of `mebibytes` in a folder, beside sha256sum over the same objects; both with a warm file cache. */
export async function benchArchive(mebibytes: number, runs: number, main: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-bench-'));
  try {
    await buildRelease(join(folder, 'release'), mebibytes);
    const archive = join(folder, 'archive');
    await runMeasured(process.execPath, [main, 'archive', 'put', join(folder, 'release'), '--to', archive]);
    const state = join(folder, 'state');
    const drills: Measured[] = [];
    const sums: Measured[] = [];
    for (let run = 0; run < runs; run += 1) {
      sums.push(await runMeasured('find', [join(archive, 'objects'), '-type', 'f', '-exec', 'sha256sum', '{}', '+']));
      drills.push(await runMeasured(process.execPath, [main, 'archive', 'drill', '--from', archive, '--state', state]));
    }
    const [drill, sum] = [median(drills.map(({ wallMs }) => wallMs)), median(sums.map(({ wallMs }) => wallMs))];
    const peak = Math.max(...drills.map(({ peakMiB }) => peakMiB ?? Number.NaN));
    console.log(
      `drill of ${mebibytes} MiB: ${drill.toFixed(0)} ms, sha256sum ${sum.toFixed(0)} ms, ratio ${(drill / sum).toFixed(2)} (at most 1.5), peak ${peak.toFixed(0)} MiB (at most 150)`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function buildRelease(folder: string, mebibytes: number): Promise<void> {
  await mkdir(folder);
  const file = await open(join(folder, 'app.bin'), 'wx');
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(mebibyte, 'an artifact ');
  for (let at = 0; at < mebibytes; at += 1) {
    chunk.writeUInt32LE(at);
    hash.update(chunk);
    await file.writeFile(chunk);
  }
  await file.close();
  const manifest = gatherRelease({
    tag: 'v1.0.0',
    commit: '0'.repeat(40),
    createdAt: '2026-01-01T00:00:00Z',
    gate: { outcome: 'not-asked', reason: 'a made release' },
    parts: [{ name: 'app.bin', role: 'artifact', digest: `sha256:${hash.digest('hex')}`, size: mebibytes * mebibyte }],
  });
  await writeFile(join(folder, 'release.json'), releaseManifestText(manifest));
}
