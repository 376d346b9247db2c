// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { billFormats } from '@plumbline/formats/sbom/bill-formats';
import { buildPackageLock } from './build-package-lock.ts';
import { median, runMeasured, type Measured } from './run-measured.ts';

const main = 'packages/cli/bundle/main.js';
/** What has to be done at least: parse the lockfile, and write as much JSON as the bill is. */
const floor = `const { readFileSync, writeFileSync } = require('node:fs');
const [lock, bill, out] = process.argv.slice(1);
JSON.parse(readFileSync(lock, 'utf8'));
writeFileSync(out, JSON.stringify(JSON.parse(readFileSync(bill, 'utf8')), null, 2));`;

/** Bills of materials of a made package-lock.json with `count` packages: whole processes, in every format. */
export async function benchSbom(count: number, runs: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-bench-'));
  try {
    const lock = join(folder, 'package-lock.json');
    await writeFile(lock, buildPackageLock(count));
    await writeFile(
      join(folder, 'package.json'),
      JSON.stringify({ name: 'made', dependencies: { 'made-0': '1.0.0' } }),
    );
    for (const format of billFormats) {
      const bill = join(folder, `${format}.json`);
      const args = [main, 'sbom', folder, '--worktree', '--format', format, '--output', bill];
      const written: Measured[] = [await runMeasured(process.execPath, args)];
      const least: Measured[] = [];
      for (let run = 0; run < runs; run += 1) {
        written.push(await runMeasured(process.execPath, args));
        least.push(await runMeasured(process.execPath, ['-e', floor, lock, bill, join(folder, 'copy.json')]));
      }
      const listed = (await readFile(bill, 'utf8')).split('pkg:npm/made-').length;
      const [time, base] = [written, least].map((all) => median(all.map(({ wallMs }) => wallMs)));
      const peak = Math.max(...written.map(({ peakMiB }) => peakMiB ?? Number.NaN));
      console.log(
        `sbom of ${count} packages as ${format} (named ${listed} times): ${time?.toFixed(0)} ms (under 1000 for 5000), JSON in and out alone ${base?.toFixed(0)} ms, ratio ${((time ?? 0) / (base ?? 1)).toFixed(2)}, peak ${peak.toFixed(0)} MiB`,
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
