// SPDX-License-Identifier: Apache-2.0
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ecosystemsOf } from '@plumbline/adapters/feeds/osv/advisory-shard';
import { importFeeds } from '@plumbline/adapters/feeds/import/import-feeds';
import { type Feeds, openFeeds } from '@plumbline/adapters/platform/feeds/open-feeds';
import { matchKnown } from '@plumbline/adapters/platform/feeds/match-known';
import { buildZip } from '@plumbline/adapters/testing/build-zip';
import type { Advisory } from '@plumbline/core/vulnerabilities/advisory';
import { knownComponent } from '@plumbline/core/vulnerabilities/package-key';
import { renderOsv } from '@plumbline/formats/osv/render-osv';
import { madeAdvisories, madeComponents } from './build-advisories.ts';
import { median, runMeasured } from './run-measured.ts';

const advisoriesMin = 100_000;
const componentsCount = 1000;

/**
 * Advisories of the named folders, and copies of them, until there are 100 000: how long opening takes and matching of
 * 1000 components. Where OSV_SCANNER names a program of osv-scanner, the same data and components are given to it.
 */
export async function benchFeeds(paths: readonly string[], runs: number): Promise<void> {
  const { advisories, real } = await madeAdvisories(paths, advisoriesMin);
  const purls = madeComponents(advisories, componentsCount);
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-bench-'));
  try {
    const archives = await writeArchives(advisories, join(folder, 'osv'));
    const started = performance.now();
    await importFeeds(archives, { folder: join(folder, 'feeds'), now: new Date().toISOString() });
    console.log(
      `${advisories.length} advisories (${real} real) imported in ${((performance.now() - started) / 1000).toFixed(1)} s; ${purls.length} components`,
    );
    const match = await measure(join(folder, 'feeds'), purls, runs);
    const scanner = process.env['OSV_SCANNER'];
    if (scanner !== undefined) await compare({ scanner, folder, purls, runs, match });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** As OSV publishes them: an archive for each ecosystem. */
async function writeArchives(advisories: readonly Advisory[], folder: string): Promise<readonly string[]> {
  const byBase = new Map<string, Advisory[]>();
  for (const advisory of advisories)
    for (const base of ecosystemsOf(advisory)) {
      const own = byBase.get(base) ?? [];
      own.push(advisory);
      byBase.set(base, own);
    }
  const paths: string[] = [];
  for (const [base, own] of byBase) {
    const files = own.map((advisory) => ({ name: `${advisory.id}.json`, bytes: Buffer.from(renderOsv(advisory)) }));
    const path = join(folder, base, 'all.zip');
    await mkdir(join(folder, base), { recursive: true });
    await writeFile(path, buildZip(files));
    paths.push(path);
  }
  return paths;
}

async function measure(folder: string, purls: readonly string[], runs: number): Promise<number> {
  const opens: number[] = [];
  const matches: number[] = [];
  const processor: number[] = [];
  let found = 0;
  for (let run = 0; run < Math.max(runs, 3); run += 1) {
    const opening = performance.now();
    const feeds = await openFeeds(folder);
    if (feeds === null) throw new Error('nothing was imported');
    for (const { feed, part } of feeds.parts) if (feed === 'osv') feeds.advisories(part);
    opens.push(performance.now() - opening);
    const matching = performance.now();
    const before = process.cpuUsage();
    found = matchAll(feeds, purls);
    matches.push(performance.now() - matching);
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1000);
    feeds.close();
  }
  console.log(
    `  open ${opens[0]?.toFixed(1)} ms at first, ${median(opens).toFixed(1)} ms again (at most 300); match ${matches[0]?.toFixed(1)} ms at first, ${median(matches).toFixed(1)} ms warm (at most 200), ${median(processor).toFixed(1)} ms of processor time; ${found} matches`,
  );
  return median(opens) + median(matches);
}

function matchAll(feeds: Feeds, purls: readonly string[]): number {
  let found = 0;
  for (const purl of purls) {
    const component = knownComponent(purl);
    const index = component === null ? null : feeds.advisories(component.base);
    if (component !== null && index !== null)
      found += matchKnown(component, purl, index, { exploited: null, probability: null }).length;
  }
  return found;
}

type Comparing = {
  readonly scanner: string;
  readonly folder: string;
  readonly purls: readonly string[];
  readonly runs: number;
  readonly match: number;
};

/** osv-scanner reads the components from a bill of materials and the advisories from its own archives, whole processes. */
async function compare({ scanner, folder, purls, runs, match }: Comparing): Promise<void> {
  const database = join(folder, 'database');
  await mkdir(database, { recursive: true });
  await symlink(join(folder, 'osv'), join(database, 'osv-scalibr'));
  const bom = join(folder, 'made.cdx.json');
  const components = purls.map((purl) => {
    const { name = '', version } = knownComponent(purl)?.purl ?? {};
    return { type: 'library', name, version: version ?? '', purl };
  });
  await writeFile(bom, JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, components }));
  process.env['OSV_SCALIBR_LOCAL_DB_CACHE_DIRECTORY'] = database;
  // 1: it found something
  const args = ['scan', 'source', '--offline', '--sbom', bom];
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1)
    times.push((await runMeasured('sh', ['-c', '"$@"; [ $? -le 1 ]', 'sh', scanner, ...args])).wallMs);
  console.log(
    `  osv-scanner offline ${median(times).toFixed(0)} ms a run; opening and matching here ${match.toFixed(0)} ms, ratio ${(median(times) / match).toFixed(0)} (at least 10)`,
  );
}
