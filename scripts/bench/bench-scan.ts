// SPDX-License-Identifier: Apache-2.0
import { openRepository, type OpenRepository } from '@plumbline/adapters/platform/git/open-repository';
import { scanTargetOf } from '@plumbline/adapters/platform/paths/scan-target-of';
import { plumblineCodeScanner } from '@plumbline/adapters/scanners/plumbline-code/plumbline-code-scanner';
import { plumblineConfigurationScanner } from '@plumbline/adapters/scanners/plumbline-configuration/plumbline-configuration-scanner';
import { plumblineSecretsScanner } from '@plumbline/adapters/scanners/plumbline-secrets/plumbline-secrets-scanner';
import type { Scanner } from '@plumbline/core/scanning/scanner';
import { median } from './run-measured.ts';

type Taken = { readonly wallMs: number; readonly cpuMs: number };

const bytesMax = 32 * 1024 * 1024;

async function take(work: () => Promise<void>): Promise<Taken> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { wallMs: performance.now() - started, cpuMs: (user + system) / 1000 };
}

/** Reads the text of every file and throws it away: what any scanner must do. Returns the characters. */
async function readAll({ snapshot }: OpenRepository): Promise<number> {
  let characters = 0;
  const paths = snapshot.entries.map(({ path }) => path);
  await snapshot.read(paths, (_, content) => void (characters += content.state === 'text' ? content.text.length : 0), {
    bytesMax,
  });
  return characters;
}

async function scan(scanner: Scanner, { snapshot }: OpenRepository): Promise<number> {
  let results = 0;
  const outcome = await scanner.run({
    target: scanTargetOf(snapshot),
    repository: snapshot,
    gitDirectory: null,
    workTree: null,
    scratchFolder: '',
    offline: true,
    bounds: scanner.bounds,
    signal: new AbortController().signal,
    take: () => void (results += 1),
    progress: () => undefined,
  });
  if (!outcome.ran) throw new Error(outcome.because);
  return results;
}

/** The embedded scanners over the tree of a repository, beside reading its files: time, MB a second, and the ratio. */
export async function benchScan(path: string, runs: number): Promise<void> {
  const repository = await openRepository(path);
  try {
    let megabytes = 0;
    const floors: Taken[] = [];
    for (let run = 0; run <= runs; run += 1)
      floors.push(await take(async () => void (megabytes = (await readAll(repository)) / 1e6)));
    const floor = median(floors.slice(1).map(({ wallMs }) => wallMs)); // the first one fills the caches
    console.log(`${megabytes.toFixed(1)} MB of text, read in ${floor.toFixed(0)} ms`);
    for (const scanner of [plumblineSecretsScanner, plumblineCodeScanner, plumblineConfigurationScanner]) {
      let results = 0;
      const taken: Taken[] = [];
      for (let run = 0; run < runs; run += 1)
        taken.push(await take(async () => void (results = await scan(scanner, repository))));
      const wall = median(taken.map(({ wallMs }) => wallMs));
      const cpu = median(taken.map(({ cpuMs }) => cpuMs));
      const speed = ((megabytes / cpu) * 1000).toFixed(0);
      const bar = scanner === plumblineSecretsScanner ? ' (at least 15)' : ' (without its processes)';
      console.log(
        `  ${scanner.tool}: ${wall.toFixed(0)} ms, ratio to reading ${(wall / floor).toFixed(2)}, ${speed} MB a second of this process's time${scanner === plumblineConfigurationScanner ? '' : bar}, ${results} results`,
      );
    }
  } finally {
    await repository.close();
  }
}
