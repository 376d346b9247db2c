// SPDX-License-Identifier: Apache-2.0
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Environment, gateScript, programFolder, recordingProgram, runScript } from './run-script.ts';
import { commit, git, harmlessProject, useFolders } from './small-project.ts';

const folder = useFolders();
const zeros = '0'.repeat(40);
const hostile = 'x$(touch${IFS}here)`touch${IFS}here`;touch${IFS}here';

type Commits = { readonly [name: string]: string };
let clone = '';
let calls = '';
let commits: Commits = {};

/**
 * A clone as a forge's runner has it: main with two commits, and a branch of the same first one, with two commits, of which the
 * forge made a merge.
 */
beforeEach(() => {
  const [upstream, bare, state] = [folder(), folder(), folder()];
  const first = harmlessProject(upstream);
  git(upstream, 'checkout', '--quiet', '-b', hostile);
  const before = commit(upstream, { 'change.py': 'a = 1\n' });
  const change = commit(upstream, { 'change.py': 'a = 2\n' });
  git(upstream, 'checkout', '--quiet', 'main');
  const tip = commit(upstream, { 'other.py': 'b = 1\n' });
  git(upstream, 'checkout', '--quiet', '--detach');
  git(upstream, 'merge', '--quiet', '--message', 'Merge', change);
  const merge = git(upstream, 'rev-parse', 'HEAD');
  git(upstream, 'update-ref', 'refs/pull/7/merge', merge);
  git(bare, 'clone', '--quiet', '--mirror', upstream, 'upstream.git');
  clone = join(folder(), 'clone');
  git(bare, 'clone', '--quiet', 'upstream.git', clone);
  git(clone, 'fetch', '--quiet', 'origin', '+refs/pull/7/merge:refs/remotes/pull/7/merge');
  calls = join(state, 'calls');
  commits = { first, before, change, tip, merge };
});

/** Runs the script at a commit; how the program was called, by its words. */
async function run(
  head: string,
  env: Environment,
): Promise<{ code: number | null; stdout: string; stderr: string; calls: readonly string[] }> {
  git(clone, 'checkout', '--quiet', '--detach', commits[head] ?? head);
  const program = programFolder(join(clone, '..', 'program'), recordingProgram);
  const result = await runScript(['sh', gateScript], clone, {
    PLUMBLINE_HOME: program,
    PLUMBLINE_OFFLINE: 'true',
    CALLS: calls,
    ...env,
  });
  return { ...result, calls: existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [] };
}

const filled = (env: Environment): Environment =>
  Object.fromEntries(Object.entries(env).map(([name, value]) => [name, commits[value] ?? value]));

const pullRequest = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main', GITHUB_HEAD_REF: hostile };
const merged = { ...pullRequest, GITHUB_REF: 'refs/pull/7/merge', GITHUB_SHA: 'merge' };
const mergeRequest = {
  CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
  CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: hostile,
  CI_MERGE_REQUEST_DIFF_BASE_SHA: 'first',
  CI_COMMIT_BEFORE_SHA: zeros,
};
const woodpecker = { CI: 'woodpecker', CI_PIPELINE_EVENT: 'pull_request', CI_COMMIT_TARGET_BRANCH: 'main' };

describe('the base of', () => {
  test.each<readonly [string, string, Environment, string]>([
    ['a pull request that GitHub merged', 'merge', merged, 'tip'],
    ['a pull request whose own commit is checked out', 'change', merged, 'tip'],
    ['a pull request on Forgejo', 'change', { ...pullRequest, GITHUB_REF: 'refs/pull/7/head' }, 'tip'],
    ['a merge queue', 'merge', { GITHUB_EVENT_NAME: 'merge_group', PLUMBLINE_EVENT_BASE: 'tip' }, 'tip'],
    ['a push of two commits', 'change', { GITHUB_EVENT_NAME: 'push', PLUMBLINE_EVENT_BASE: 'first' }, 'first'],
    ['a push of a new branch', 'change', { GITHUB_EVENT_NAME: 'push', PLUMBLINE_EVENT_BASE: zeros }, 'before'],
    ['a merge request', 'change', mergeRequest, 'tip'],
    [
      'a merge request whose target is not here',
      'change',
      { ...mergeRequest, CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'v2' },
      'first',
    ],
    ['a merged merge request', 'merge', { ...mergeRequest, CI_MERGE_REQUEST_TARGET_BRANCH_SHA: 'before' }, 'before'],
    ['a push to GitLab', 'change', { CI_COMMIT_BEFORE_SHA: 'first' }, 'first'],
    ['a pull request on Woodpecker', 'change', woodpecker, 'tip'],
    ['a run that nothing is told of', 'change', {}, 'before'],
    ['a change whose base somebody names', 'change', { ...merged, PLUMBLINE_BASE: 'before' }, 'before'],
  ])('%s', async (_, head, env, expected) => {
    const { code, calls: called } = await run(head, filled(env));
    expect(called).toEqual([
      `scan|.|--commit|${commits[expected]}|--once|--offline`,
      'scan|.|--sarif|plumbline-reports/scan.sarif|--offline',
      `gate|.|--baseline|${commits[expected]}|--reports|plumbline-reports`,
    ]);
    expect(code).toBe(0);
    expect(existsSync(join(clone, 'here'))).toBe(false);
  });

  test.each<readonly [string, Environment]>([
    ['a pull request', { ...pullRequest, GITHUB_BASE_REF: 'not-fetched' }],
    ['a pull request to a branch with a hostile name', { ...pullRequest, GITHUB_BASE_REF: '$(touch here)' }],
    ['a merge queue', { GITHUB_EVENT_NAME: 'merge_group', PLUMBLINE_EVENT_BASE: zeros }],
    ['a merge queue of which nothing is told', { GITHUB_EVENT_NAME: 'merge_group' }],
    ['a merge request', { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'v2', CI_MERGE_REQUEST_DIFF_BASE_SHA: zeros }],
    ['a pull request on Woodpecker', { ...woodpecker, CI_COMMIT_TARGET_BRANCH: 'not-fetched' }],
    ['a change whose base somebody names', { PLUMBLINE_BASE: 'no-such-branch' }],
    ['a change whose base looks like an option', { PLUMBLINE_BASE: '--all' }],
  ])('%s must be known', async (_, env) => {
    const { code, stderr, calls: called } = await run('change', env);
    expect([code, called]).toEqual([3, []]);
    expect(stderr).toContain('fetch the whole history');
    expect(existsSync(join(clone, 'here'))).toBe(false);
  });

  test('the first commit is none', async () => {
    const { code, calls: called } = await run('first', {});
    expect(called).toEqual([
      'scan|.|--sarif|plumbline-reports/scan.sarif|--offline',
      'gate|.|--reports|plumbline-reports',
    ]);
    expect(code).toBe(0);
  });
});

test('settings are handed on as they are', async () => {
  const { calls: called } = await run('first', {
    PLUMBLINE_OFFLINE: 'false',
    PLUMBLINE_ECOSYSTEMS: 'npm PyPI *',
    PLUMBLINE_POLICY: 'my policy.yaml',
    PLUMBLINE_WITH: 'semgrep,trivy',
    PLUMBLINE_STATE: '/my state',
    PLUMBLINE_REPORTS: 'my reports',
  });
  expect(called).toEqual([
    'feeds|sync|--ecosystem|npm|PyPI|*',
    'scan|.|--sarif|my reports/scan.sarif|--with|semgrep,trivy|--state|/my state',
    'gate|.|--policy|my policy.yaml|--state|/my state|--reports|my reports',
  ]);
});

test.each<readonly [string, Environment, number]>([
  ['a gate that failed', { GATE: '1' }, 1],
  ['a gate that could not assess', { GATE: '3' }, 3],
  ['a policy with a mistake', { GATE: '2' }, 2],
  ['a policy with a mistake where it only warns', { GATE: '2', PLUMBLINE_WARN_ONLY: 'true' }, 2],
  ['a gate that only warns', { GATE: '1', PLUMBLINE_WARN_ONLY: 'true' }, 0],
  ['a scanner that was asked for and is missing', { SCAN: '3' }, 3],
  ['the same where the gate failed', { SCAN: '3', GATE: '1' }, 1],
  ['a scan that was called wrongly', { SCAN: '2' }, 2],
  ['a bug', { SCAN: '70' }, 70],
  ['a gate that ended before it decided', { GATE: '3', REPORTS: 'none', GITHUB_ACTIONS: 'true' }, 3],
  ['a word that is neither true nor false', { PLUMBLINE_WARN_ONLY: 'maybe' }, 2],
  ['an event with the rights of the base', { GITHUB_EVENT_NAME: 'pull_request_target' }, 2],
])('the exit code of %s', async (_, env, expected) => {
  expect((await run('change', env)).code).toBe(expected);
});

test('a change cannot have something else overwritten by the reports', async () => {
  const [elsewhere, program] = [folder(), programFolder(join(folder(), 'program'), recordingProgram)];
  const env = { PLUMBLINE_HOME: program, CALLS: calls, PLUMBLINE_OFFLINE: 'true' };
  symlinkSync(elsewhere, join(clone, 'plumbline-reports'));
  expect((await runScript(['sh', gateScript], clone, env)).code).toBe(2);
  rmSync(join(clone, 'plumbline-reports'));
  mkdirSync(join(clone, 'plumbline-reports'));
  symlinkSync(join(elsewhere, 'target'), join(clone, 'plumbline-reports', 'gate.md'));
  expect((await runScript(['sh', gateScript], clone, env)).code).toBe(0);
  expect(readdirSync(elsewhere)).toEqual([]);
});

test('on GitHub: summary, output and annotations, and nothing that scanners print is obeyed', async () => {
  const [summary, output] = [join(folder(), 'summary'), join(folder(), 'output')];
  const { code, stdout } = await run('change', {
    GITHUB_ACTIONS: 'true',
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_OUTPUT: output,
    GATE: '3',
  });
  expect(code).toBe(3);
  expect(readFileSync(summary, 'utf8')).toBe('of gate.md\n');
  expect(readFileSync(output, 'utf8')).toBe('outcome=could-not-assess\n');
  const [, token = '', between = '', after = ''] =
    /^::stop-commands::([0-9a-f]{32})\n([\s\S]*)\n::\1::\n([\s\S]*)$/.exec(stdout) ?? [];
  expect(token).not.toBe('');
  expect(between).toContain('::error::a file may be called so');
  expect(after).toBe('of gate.annotations.txt\n');
});
