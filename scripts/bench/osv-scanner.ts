// SPDX-License-Identifier: Apache-2.0
import { execFile } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { knownComponent } from '@plumbline/core/vulnerabilities/package-key';
import { median, runMeasured } from './run-measured.ts';

type Report = {
  readonly results: readonly {
    readonly packages: readonly {
      readonly package: { readonly ecosystem: string; readonly name: string; readonly version: string };
      readonly vulnerabilities?: readonly { readonly id: string }[];
    }[];
  }[];
};

export type Scanning = {
  readonly program: string;
  /** Folder with an archive of advisories for each ecosystem, as OSV publishes them. */
  readonly archives: string;
  readonly folder: string;
  readonly purls: readonly string[];
  readonly runs: number;
};

/** What identifies a match in both programs: which advisory of which version of which package. */
export function matchName(base: string, name: string, ...[version, id]: readonly string[]): string {
  return [base, name.toLowerCase().replaceAll(/[-_.]+/g, '-'), version?.replace(/^v/, ''), id].join(' ');
}

/** Runs osv-scanner offline over a bill of materials with the components: the median of whole runs, and what it found. */
export async function scanWithOsvScanner(
  scanning: Scanning,
): Promise<{ readonly wallMs: number; readonly found: ReadonlySet<string> }> {
  const { program, archives, folder, purls, runs } = scanning;
  const database = join(folder, 'database');
  await mkdir(database, { recursive: true });
  await symlink(archives, join(database, 'osv-scalibr'));
  process.env['OSV_SCALIBR_LOCAL_DB_CACHE_DIRECTORY'] = database;
  const bom = join(folder, 'made.cdx.json');
  const components = purls.map((purl) => {
    const known = knownComponent(purl);
    return { type: 'library', name: known?.name ?? '', version: known?.purl.version ?? '', purl };
  });
  await writeFile(bom, JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, components }));
  const args = ['scan', 'source', '--offline', '--format', 'json', '--sbom', bom];
  const times: number[] = [];
  // 1: it found something
  for (let run = 0; run < runs; run += 1)
    times.push((await runMeasured('sh', ['-c', '"$@"; [ $? -le 1 ]', 'sh', program, ...args])).wallMs);
  return { wallMs: median(times), found: namesIn(await outputOf(program, args)) };
}

function outputOf(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(program, args, { maxBuffer: 2 ** 30 }, (_, stdout) => resolve(stdout));
  });
}

function namesIn(json: string): ReadonlySet<string> {
  const { results } = JSON.parse(json) as Report;
  const packages = results.flatMap((result) => result.packages);
  return new Set(
    packages.flatMap(({ package: { ecosystem, name, version }, vulnerabilities = [] }) =>
      vulnerabilities.map(({ id }) => matchName(ecosystem, name, version, id)),
    ),
  );
}
