// SPDX-License-Identifier: Apache-2.0
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ecosystemsOf } from '@plumbline/adapters/feeds/osv/advisory-shard';
import { importFeeds } from '@plumbline/adapters/feeds/import/import-feeds';
import { type Feeds, openFeeds } from '@plumbline/adapters/platform/feeds/open-feeds';
import { matchKnown } from '@plumbline/adapters/platform/feeds/match-known';
import { buildZip } from '@plumbline/adapters/testing/build-zip';
import type { Advisory } from '@plumbline/core/vulnerabilities/advisory';
import { type KnownComponent, knownComponent } from '@plumbline/core/vulnerabilities/package-key';
import { renderOsv } from '@plumbline/formats/osv/render-osv';
import { madeAdvisories, madeComponents } from './build-advisories.ts';
import { matchName, scanWithOsvScanner } from './osv-scanner.ts';
import { median } from './run-measured.ts';

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
    const own = await measure(join(folder, 'feeds'), purls, runs);
    const program = process.env['OSV_SCANNER'];
    if (program === undefined) return;
    const { wallMs, found } = await scanWithOsvScanner({ program, archives: join(folder, 'osv'), folder, purls, runs });
    console.log(
      `  osv-scanner offline ${wallMs.toFixed(0)} ms a run; opening and matching here ${own.wallMs.toFixed(0)} ms, ratio ${(wallMs / own.wallMs).toFixed(0)} (at least 10)`,
    );
    console.log(
      `  ${found.size} matches there, ${own.found.size} here; ${onlyIn(found, own.found)} only there, ${onlyIn(own.found, found)} only here`,
    );
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

type Measured = { readonly wallMs: number; readonly found: ReadonlySet<string> };

async function measure(folder: string, purls: readonly string[], runs: number): Promise<Measured> {
  const opens: number[] = [];
  const matches: number[] = [];
  const processor: number[] = [];
  let found: readonly Match[] = [];
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
    `  open ${opens[0]?.toFixed(1)} ms at first, ${median(opens).toFixed(1)} ms again (at most 300); match ${matches[0]?.toFixed(1)} ms at first, ${median(matches).toFixed(1)} ms warm (at most 200), ${median(processor).toFixed(1)} ms of processor time; ${found.length} matches`,
  );
  return { wallMs: median(opens) + median(matches), found: namesOf(found) };
}

type Match = { readonly component: KnownComponent; readonly id: string };

/** Every component that is affected, with the advisory. */
function matchAll(feeds: Feeds, purls: readonly string[]): readonly Match[] {
  const found: Match[] = [];
  for (const purl of purls) {
    const component = knownComponent(purl);
    const index = component === null ? null : feeds.advisories(component.base);
    if (component === null || index === null) continue;
    for (const { state, known } of matchKnown(component, purl, index, { exploited: null, probability: null }))
      if (state === 'affected') found.push({ component, id: known.id });
  }
  return found;
}

function namesOf(matches: readonly Match[]): ReadonlySet<string> {
  return new Set(
    matches.map(({ component: { base, name, purl }, id }) => matchName(base, name, purl.version ?? '', id)),
  );
}

const onlyIn = (these: ReadonlySet<string>, others: ReadonlySet<string>): number =>
  [...these].filter((name) => !others.has(name)).length;
