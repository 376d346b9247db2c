// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readManifest } from './pack/read-manifest.ts';
import type { ReleaseOptions } from './release-options.ts';
import { runProgram } from './run-program.ts';
import { StepError } from './step-error.ts';

/** A release on its way: what it is of, and where its files are. Paths are absolute. */
export type Release = ReleaseOptions & {
  readonly repository: string;
  readonly version: string;
  readonly tag: string;
  readonly commit: string;
  /** The tag of the release before; null: there is none. */
  readonly previous: string | null;
  /** What steps leave for those that follow. */
  readonly work: string;
  /** The release itself, as it is published. */
  readonly files: string;
  readonly packageFile: string;
  readonly sourceFile: string;
  /** Runs `plumbline` of this checkout, or of PLUMBLINE_HOME, with the time of the commit as that of all that it writes. */
  readonly plumbline: (...args: readonly string[]) => void;
  /** The program of the package that is released, as somebody has it who installed it. */
  readonly installed: readonly [string, ...string[]];
  /** Runs that program in the same way: what signs needs no tool of the build. */
  readonly released: (...args: readonly string[]) => void;
};

/** The release of a clean checkout. Throws a StepError for one that is not what the tag says. */
export function openRelease(options: ReleaseOptions): Release {
  const repository = fileURLToPath(new URL('../..', import.meta.url));
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: repository, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  const { version } = readManifest(repository);
  const tag = options.tag ?? `v${version}`;
  const commit = git('rev-parse', 'HEAD');
  assertReleasable(tag, version, { git, commit });
  const work = join(options.output, 'work');
  openFolder(options, work);
  const program = join(process.env['PLUMBLINE_HOME'] ?? repository, 'plumbline');
  const installed: Release['installed'] = [
    process.execPath,
    join(work, 'installed', 'node_modules', 'plumbline', 'bin', 'plumbline.js'),
  ];
  const env = {
    SOURCE_DATE_EPOCH: git('log', '-1', '--format=%ct'),
    PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
  };
  return {
    ...options,
    repository,
    version,
    tag,
    commit,
    previous: previousTag(git),
    work,
    files: join(options.output, 'release'),
    packageFile: join(work, 'build', 'artifacts', `plumbline-${version}.tgz`),
    sourceFile: join(work, 'build', 'artifacts', `plumbline-${version}-source.tar.gz`),
    plumbline: (...args) => runProgram([program, ...args], { cwd: repository, env }),
    installed,
    released: (...args) => runProgram([...installed, ...args], { cwd: repository, env }),
  };
}

function openFolder({ output, stages }: ReleaseOptions, work: string): void {
  const isThere = existsSync(work);
  if (stages.includes('make') && existsSync(output))
    throw new StepError(`${output} is there already: name a new folder`, 2);
  if (!stages.includes('make') && !isThere) throw new StepError(`${output} has nothing to sign: --stage make first`, 2);
  mkdirSync(work, { recursive: true });
}

type Checkout = { readonly git: (...args: readonly string[]) => string; readonly commit: string };

function assertReleasable(tag: string, version: string, { git, commit }: Checkout): void {
  if (tag !== `v${version}`)
    throw new StepError(`${tag} is not the tag of version ${version}, which package.json states`, 2);
  const tagged = attempt(() => git('rev-parse', '--verify', '--quiet', `refs/tags/${tag}^{commit}`));
  if (tagged !== commit)
    throw new StepError(`${tag} is not a tag of the commit that is checked out, ${commit.slice(0, 12)}`, 2);
  const changed = git('status', '--porcelain');
  if (changed !== '') throw new StepError(`the checkout is not clean:\n${changed.slice(0, 1000)}`, 2);
}

function previousTag(git: Checkout['git']): string | null {
  return attempt(() => git('describe', '--tags', '--abbrev=0', '--match=v[0-9]*', 'HEAD^'));
}

/** What git prints, or null where it fails: there is no such revision. */
function attempt(ask: () => string): string | null {
  try {
    return ask();
  } catch {
    return null;
  }
}
