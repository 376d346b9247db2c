// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSarif } from './build-sarif.ts';
import { type Measured, median, runMeasured } from './run-measured.ts';

/** Imports a made SARIF log of `count` results: findings a second on one core, peak memory, ratio to the floor. */
export async function benchImport(count: number, runs: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-bench-'));
  try {
    const path = join(folder, 'made.sarif');
    await buildSarif(path, count);
    const read = (what: 'import' | 'floor'): Promise<Measured> =>
      runMeasured(process.execPath, ['--conditions=source', 'scripts/bench/read-findings.ts', what, path]);
    const floors: Measured[] = [];
    const imports: Measured[] = [];
    for (let run = 0; run < runs; run += 1) {
      floors.push(await read('floor'));
      imports.push(await read('import'));
    }
    const wall = median(imports.map(({ wallMs }) => wallMs));
    const least = median(floors.map(({ wallMs }) => wallMs));
    const peak = Math.max(...imports.map(({ peakMiB }) => peakMiB ?? Number.NaN));
    const { size } = await stat(path);
    console.log(
      `import of ${count} results (${(size / 1_048_576).toFixed(0)} MiB): ${((count / wall) * 1000).toFixed(0)} a second (at least 50000), JSON.parse of each alone ${((count / least) * 1000).toFixed(0)}, ratio ${(wall / least).toFixed(2)}, peak ${peak.toFixed(0)} MiB (at most 512)`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
