// SPDX-License-Identifier: Apache-2.0
// node --conditions=source scripts/prove-patches.ts REPOSITORY[=URL]...: clones each repository (a folder, bare or not;
// URL is where it is kept, when its origin does not say so) to a temporary folder, writes its patches, applies each of them alone, commits, assesses again, and prints what the checks
// that the patch names answered before and after. Fails when a patch does not apply or makes an answer worse.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { AssessmentDocument } from '@plumbline/reports/json/assessment-document';

const main = join(import.meta.dirname, '..', 'packages', 'cli', 'src', 'main.ts');

type Proof = { readonly patch: string; readonly check: string; readonly before: string; readonly after: string };

function plumbline(...args: readonly string[]): string {
  const argv = ['--conditions=source', main, ...args, '--offline'];
  return execFileSync(process.execPath, argv, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

function git(folder: string, ...args: readonly string[]): string {
  const date = args[args.indexOf('--date') + 1];
  const settings = [
    'core.hooksPath=/dev/null',
    'commit.gpgSign=false',
    'user.name=Prover',
    'user.email=prover@example.com',
  ];
  const env = {
    PATH: process.env['PATH'],
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    ...(args.includes('--date') ? { GIT_COMMITTER_DATE: date } : {}),
  };
  return execFileSync('git', ['-C', folder, ...settings.flatMap((setting) => ['-c', setting]), ...args], {
    encoding: 'utf8',
    env,
    stdio: 'pipe',
  });
}

function answers(repository: string): ReadonlyMap<string, string> {
  const document: AssessmentDocument = JSON.parse(plumbline('assess', repository, '--format', 'json'));
  return new Map(document.verdicts.flatMap((verdict) => verdict.answers.map(({ check, outcome }) => [check, outcome])));
}

function named(patch: string): readonly string[] {
  return /^For: (.+)$/mu.exec(readFileSync(patch, 'utf8'))?.[1]?.split(', ') ?? [];
}

/** `main` and its remote stay what they were, so that the patches are those that its own people would get. */
function cloned(repository: string, url: string | undefined, folder: string): string {
  const clone = join(folder, 'clone');
  const origin = url ?? git(repository, 'config', '--default', '', '--get', 'remote.origin.url').trim();
  execFileSync('git', ['clone', '-q', '--no-hardlinks', '--template=', repository, clone], { stdio: 'pipe' });
  if (origin !== '') git(clone, 'remote', 'set-url', 'origin', origin);
  return clone;
}

/** They judge the commit that is made here, not what is in it. */
const ofTheCommit: ReadonlySet<string> = new Set(['commits-signed', 'commit-keys-in-hardware', 'changes-reviewed']);

function prove(clone: string, patches: string): readonly Proof[] {
  plumbline('roadmap', clone, '--write-patches', patches);
  const head = git(clone, 'rev-parse', 'HEAD').trim();
  // As if it had been made with the head: windows of history must not move with the day of this run.
  const date = git(clone, 'log', '-1', '--format=%cI').trim();
  const before = answers(clone);
  return readdirSync(patches).flatMap((file) => {
    const patch = join(patches, file);
    const name = file.replace(/^\d+-|\.patch$/gu, '');
    try {
      git(clone, 'apply', '--index', patch);
    } catch (error) {
      return [{ patch: name, check: 'git apply', before: '', after: `fails: ${String(error).split('\n')[1] ?? ''}` }];
    }
    git(clone, 'commit', '-q', '-m', name, '--date', date);
    const after = answers(clone);
    git(clone, 'reset', '-q', '--hard', head);
    const worse = [...before].filter(
      ([check, outcome]) => outcome === 'yes' && after.get(check) !== 'yes' && !ofTheCommit.has(check),
    );
    return [...new Set([...named(patch), ...worse.map(([check]) => check)])].map((check) => ({
      patch: name,
      check,
      before: before.get(check) ?? '',
      after: after.get(check) ?? '',
    }));
  });
}

const repositories = process.argv.slice(2);
if (repositories.length === 0) {
  console.error('usage: node --conditions=source scripts/prove-patches.ts REPOSITORY...');
  process.exitCode = 2;
}
let [flipped, total] = [0, 0];
for (const argument of repositories) {
  const [repository = '', url] = argument.split('=', 2);
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'plumbline-prove-'));
  try {
    const root = resolve(repository);
    console.log(`\n${basename(root) === 'repo' ? basename(dirname(root)) : basename(root)}`);
    for (const { patch, check, before, after } of prove(cloned(root, url, folder), join(folder, 'patches'))) {
      const records = patch === 'starter-records';
      const turned = after === 'yes' && before !== 'yes';
      const bad = check === 'git apply' || (before === 'yes' && after !== 'yes');
      const remark = bad ? '  WORSE' : turned ? '' : '  (not turned)';
      if (!records) total += 1;
      if (turned && !records) flipped += 1;
      if (bad) process.exitCode = 1;
      if (!records || bad)
        console.log(`  ${patch.padEnd(28)} ${check.padEnd(36)} ${before.padEnd(14)} ${after}${remark}`);
    }
  } catch (error) {
    console.log(
      `  could not be proved: ${error instanceof Error ? error.message.split('\n', 2).join(' ') : String(error)}`,
    );
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
console.log(
  `\n${flipped} of ${total} answers turned to yes (starter records aside: they answer once they are filled in)`,
);
