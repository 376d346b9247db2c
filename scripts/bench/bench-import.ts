// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSarif } from './build-sarif.ts';
import { type Measured, median, runMeasured } from './run-measured.ts';

/** Processor time, which a busy machine does not stretch as it does wall time. */
const timeOf = (measured: readonly Measured[]): number => median(measured.map(({ cpuMs, wallMs }) => cpuMs ?? wallMs));

/** Imports a made SARIF log of `count` results: findings a second of processor time, peak memory, ratio to the floor. */
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
    const [time, least] = [timeOf(imports), timeOf(floors)];
    const peak = Math.max(...imports.map(({ peakMiB }) => peakMiB ?? Number.NaN));
    const { size } = await stat(path);
    console.log(
      `import of ${count} results (${(size / 1_048_576).toFixed(0)} MiB): ${((count / time) * 1000).toFixed(0)} a second of one core (at least 50000), JSON.parse of each alone ${((count / least) * 1000).toFixed(0)}, ratio ${(time / least).toFixed(2)}, peak ${peak.toFixed(0)} MiB (at most 512)`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
