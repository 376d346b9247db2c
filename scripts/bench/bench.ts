// SPDX-License-Identifier: Apache-2.0
// npm run bench -- [--runs N] [--linear] [--scan] [--import RESULTS] [--gate FINDINGS] [--feeds FOLDER...] REPOSITORY...
// Whole processes, taken in turn so that a drift of the machine meets both sides; medians and their ratio. The floor is
// what git itself needs to print every commit with its changed paths, the tree, and the files that an assessment reads.
// --feeds, once for each folder or archive of advisories, matches components against 100 000 of them and their copies;
// with OSV_SCANNER=PROGRAM osv-scanner does the same.
// --scan runs the embedded scanners over the trees of the repositories, beside reading their files.
// --sbom writes the bills of materials of a made lockfile with so many packages.
// --import reads a made SARIF log of so many results. --verify verifies Sigstore bundles in one process.
// --gate decides over so many made findings, alone and as a command, and imports a report again.
// --commits verifies the signatures of so many made commits, beside git itself.
// --archive drills an archive of so many MiB, beside sha256sum over the same objects.
// --linear compares made repositories with n and 4n of something: linear work takes at most four times as long.
import { parseArgs } from 'node:util';
import { allCollectors } from '@plumbline/adapters/generated/collectors';
import { openRepository } from '@plumbline/adapters/platform/git/open-repository';
import { collectEvidence } from '@plumbline/engine/assess/collect-evidence';
import { benchArchive } from './bench-archive.ts';
import { benchCommits } from './bench-commits.ts';
import { benchFeeds } from './bench-feeds.ts';
import { benchGate } from './bench-gate.ts';
import { benchImport } from './bench-import.ts';
import { benchScan } from './bench-scan.ts';
import { benchSbom } from './bench-sbom.ts';
import { benchVerify } from './bench-verify.ts';
import { type Many, withSynthetic } from './build-synthetic.ts';
import { median, runMeasured, type Measured } from './run-measured.ts';

const { values, positionals } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    linear: { type: 'boolean', default: false },
    scan: { type: 'boolean', default: false },
    verify: { type: 'boolean', default: false },
    commits: { type: 'string' },
    import: { type: 'string' },
    gate: { type: 'string' },
    archive: { type: 'string' },
    feeds: { type: 'string', multiple: true },
    sbom: { type: 'string' },
  },
  allowPositionals: true,
});
const runs = Number(values.runs);
const main = 'packages/cli/bundle/main.js';
const asOf = '2099-12-31T23:59:59Z';

type Target = {
  readonly path: string;
  readonly commits: number;
  readonly files: number;
  readonly read: readonly string[];
};

/** Which blobs an assessment reads: found by assessing once with a snapshot that takes notes. */
async function look(path: string): Promise<Target> {
  const signal = new AbortController().signal;
  const repository = await openRepository(path, { signal });
  try {
    const { snapshot, gitDirectory } = repository;
    const ids = new Map(snapshot.entries.map((entry) => [entry.path, entry.objectId]));
    const read = new Set<string>();
    const noting = {
      ...snapshot,
      read: (...[paths, visit, options]: Parameters<typeof snapshot.read>) => {
        for (const name of paths) read.add(ids.get(name) ?? '');
        return snapshot.read(paths, visit, options);
      },
    };
    const evidence = await collectEvidence({
      collectors: allCollectors,
      input: { repository: noting, gitDirectory, evidenceFiles: [], asOf },
      now: asOf,
      signal,
    });
    const history = evidence['git-history'];
    return {
      path,
      commits: history?.state === 'found' ? history.fact.commits : 0,
      files: snapshot.entries.length,
      read: [...read].filter((id) => id !== ''),
    };
  } finally {
    await repository.close();
  }
}

const git = (path: string, ...args: readonly string[]): readonly string[] => [
  '-c',
  'safe.directory=*',
  '-C',
  path,
  ...args,
];

async function floor({ path, read }: Target): Promise<number> {
  const log = await runMeasured('git', git(path, 'log', '--raw', '--no-renames', 'HEAD'));
  const tree = await runMeasured('git', git(path, 'ls-tree', '-r', 'HEAD'));
  const files = await runMeasured('git', git(path, 'cat-file', '--batch', '--buffer'), `${read.join('\n')}\n`);
  return log.wallMs + tree.wallMs + files.wallMs;
}

async function compare(target: Target): Promise<void> {
  const floors: number[] = [];
  const assessments: Measured[] = [];
  const formats: readonly string[] = ['--format', 'json'];
  await runMeasured(process.execPath, [main, 'assess', target.path, ...formats]); // warms the file cache for both
  for (let run = 0; run < runs; run += 1) {
    floors.push(await floor(target));
    assessments.push(await runMeasured(process.execPath, [main, 'assess', target.path, ...formats]));
  }
  const assess = median(assessments.map(({ wallMs }) => wallMs));
  const peak = Math.max(...assessments.map(({ peakMiB }) => peakMiB ?? Number.NaN));
  console.log(`${target.commits} commits, ${target.files} files, ${target.read.length} files read`);
  console.log(
    `  assess ${assess.toFixed(0)} ms, git ${median(floors).toFixed(0)} ms, ratio ${(assess / median(floors)).toFixed(2)} (at most 1.0), peak ${peak.toFixed(0)} MiB (at most 300)`,
  );
}

async function startUp(): Promise<void> {
  const bare: number[] = [];
  const help: number[] = [];
  for (let run = 0; run < Math.max(runs, 15); run += 1) {
    bare.push((await runMeasured(process.execPath, ['-e', '0'])).wallMs);
    help.push((await runMeasured(process.execPath, [main, '--help'])).wallMs);
  }
  console.log(
    `start-up: --help ${median(help).toFixed(0)} ms, bare node ${median(bare).toFixed(0)} ms, ratio ${(median(help) / median(bare)).toFixed(2)} (at most 2.5)`,
  );
}

const manyAtFirst: { readonly [M in Many]: number } = {
  commits: 10_000,
  sources: 5_000,
  workflows: 100,
  manifests: 1_000,
  documents: 300,
};

async function growth(many: Many): Promise<void> {
  const first = manyAtFirst[many];
  const timeOf = (count: number): Promise<{ readonly wallMs: number; readonly peakMiB: number }> =>
    withSynthetic(many, count, async (path) => {
      const measured: Measured[] = [];
      for (let run = 0; run < runs; run += 1)
        measured.push(await runMeasured(process.execPath, [main, 'assess', path, '--format', 'json']));
      return {
        wallMs: median(measured.map(({ wallMs }) => wallMs)),
        peakMiB: Math.max(...measured.map(({ peakMiB }) => peakMiB ?? Number.NaN)),
      };
    });
  const [small, large] = [await timeOf(first), await timeOf(4 * first)];
  console.log(
    `${first} and ${4 * first} ${many}: ${small.wallMs.toFixed(0)} ms and ${large.wallMs.toFixed(0)} ms, ratio ${(large.wallMs / small.wallMs).toFixed(2)} (at most 4.0), peak ${large.peakMiB.toFixed(0)} MiB (at most 300)`,
  );
}

if (values.verify) await benchVerify(runs);
else if (values.commits !== undefined) await benchCommits(Number(values.commits), runs);
else if (values.archive !== undefined) await benchArchive(Number(values.archive), runs, main);
else if (values.import !== undefined) await benchImport(Number(values.import), runs);
else if (values.gate !== undefined) await benchGate(Number(values.gate), runs);
else if (values.feeds !== undefined) await benchFeeds(values.feeds, runs);
else if (values.sbom !== undefined) await benchSbom(Number(values.sbom), runs);
else if (!values.scan) await startUp();
if (values.linear) for (const many of Object.keys(manyAtFirst) as Many[]) await growth(many);
for (const path of positionals) {
  console.log(path.split('/').at(-1));
  if (values.scan) await benchScan(path, runs);
  else await compare(await look(path));
}
if (
  positionals.length === 0 &&
  !values.linear &&
  !values.verify &&
  values.commits === undefined &&
  [values.archive, values.import, values.gate, values.feeds, values.sbom].every((one) => one === undefined)
)
  console.log('name repositories to measure assess, one with many commits and one with many files');
