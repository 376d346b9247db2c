// SPDX-License-Identifier: Apache-2.0
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { guideFiles } from './guide-files.ts';
import {
  type Environment,
  gateScript,
  programFolder,
  realProgram,
  runScript,
  type ScriptResult,
} from './run-script.ts';
import { badCode, commit, type Files, git, harmlessProject, useFolders } from './small-project.ts';

const folder = useFolders();
const offline = { PLUMBLINE_OFFLINE: 'true' };

/** A clone with a branch that changes files, as a runner checks it out. */
function clonedChange(files: Files): { readonly clone: string; readonly base: string; readonly head: string } {
  const [upstream, parent] = [folder(), folder()];
  const base = harmlessProject(upstream);
  git(upstream, 'checkout', '--quiet', '-b', 'change');
  const head = commit(upstream, files);
  git(upstream, 'checkout', '--quiet', 'main');
  git(parent, 'clone', '--quiet', '--bare', upstream, 'upstream.git');
  git(parent, 'clone', '--quiet', 'upstream.git', 'clone');
  const clone = join(parent, 'clone');
  git(clone, 'checkout', '--quiet', '--detach', head);
  return { clone, base, head };
}

const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8');

test('a pull request on GitHub that adds bad code is stopped, and everything says so', async () => {
  const { clone, base, head } = clonedChange(badCode.severe);
  const place = folder();
  const { code, stdout } = await runScript(['sh', gateScript], clone, {
    ...offline,
    PLUMBLINE_HOME: programFolder(join(place, 'program')),
    PLUMBLINE_REPORTS: join(place, 'reports'),
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_BASE_REF: 'main',
    GITHUB_REF: 'refs/pull/1/head',
    GITHUB_SHA: head,
    GITHUB_STEP_SUMMARY: join(place, 'summary'),
    GITHUB_OUTPUT: join(place, 'output'),
  });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^::error file=find\.py,line=10,title=no-new-severe-code::/m);
  expect(read(place, 'output')).toBe('outcome=failed\n');
  expect(read(place, 'summary')).toContain('find.py:10');
  const reports = join(place, 'reports');
  expect(JSON.parse(read(reports, 'gate.json'))).toMatchObject({ outcome: 'failed', subject: { commit: head, base } });
  expect(JSON.parse(read(reports, 'gate.intoto.json'))).toMatchObject({
    subject: [{ digest: { gitCommit: head } }],
    predicate: { verificationResult: 'FAILED' },
  });
  expect(JSON.parse(read(reports, 'scan.sarif'))).toMatchObject({ version: '2.1.0' });
  expect(JSON.parse(read(reports, 'gate.sarif'))).toMatchObject({ version: '2.1.0' });
  expect(read(reports, 'gate.junit.xml')).toContain('<failure');
});

test('what was there before does not stop a push, and the base is scanned once', async () => {
  const upstream = folder();
  harmlessProject(upstream);
  const before = commit(upstream, badCode.severe);
  commit(upstream, { 'NOTES.md': 'A note.\n' });
  const env = { ...offline, PLUMBLINE_HOME: programFolder(join(folder(), 'program')), PLUMBLINE_EVENT_BASE: before };
  expect(await runScript(['sh', gateScript], upstream, env)).toMatchObject({ code: 0 });
  const again = await runScript(['sh', gateScript], upstream, env);
  expect(again.code).toBe(0);
  expect(again.stderr).toContain(`${before} was scanned before`);
});

test('a policy that the change brings does not hold yet', async () => {
  const policy = `owner: null\nreviewedOn: null\nrequires: []\nrules:\n  - id: nothing\n    criterion: nothing\n    mode: warn\n    tasks: [PW.7.2]\n    of: findings\n    when: 'false'\n    message: none\n    whatToDo: nothing\n`;
  const { clone } = clonedChange({ ...badCode.severe, 'security/gate-policy.yaml': policy });
  const env = { ...offline, PLUMBLINE_HOME: programFolder(join(folder(), 'program')), PLUMBLINE_BASE: 'origin/main' };
  expect((await runScript(['sh', gateScript], clone, env)).code).toBe(1);
});

/** A repository from which pipelines fetch the script and the program, at a commit. */
function source(): { readonly path: string; readonly commit: string } {
  const path = folder();
  git(path, 'init', '--quiet', '--initial-branch', 'main');
  mkdirSync(join(path, 'ci'));
  copyFileSync(gateScript, join(path, 'ci', 'gate.sh'));
  programFolder(path, realProgram);
  return { path, commit: commit(path, {}) };
}

/** Runs commands as the runners do: one shell that stops at the first that fails. */
const shell = (commands: readonly string[], cwd: string, env: Environment): Promise<ScriptResult> =>
  runScript(['sh', '-ec', commands.join('\n')], cwd, env);

type GitlabJob = {
  readonly variables: Environment;
  readonly before_script: readonly string[];
  readonly script: readonly string[];
  readonly artifacts: { readonly paths: readonly string[]; readonly reports: { readonly junit: string } };
};

test.each([
  ['bad code', badCode.severe, 1],
  ['a note', { 'NOTES.md': 'A note.\n' }, 0],
])('the job of the GitLab template over a merge request with %s', async (_, files, expected) => {
  const { clone, base } = clonedChange(files);
  const from = source();
  const template = parse(read('ci', 'gitlab', 'plumbline.gitlab-ci.yml')) as { readonly 'plumbline-gate': GitlabJob };
  const job = template['plumbline-gate'];
  const adopted = parse(guideFiles(from.commit)['.gitlab-ci.yml'] ?? '') as { readonly variables: Environment };
  const variables = Object.entries({ ...adopted.variables, ...job.variables }).map(
    ([name, value]) => [name, value.replace('$CI_PROJECT_DIR', clone)] as const,
  );
  const { code } = await shell([...job.before_script, ...job.script], clone, {
    ...Object.fromEntries(variables),
    ...offline,
    PLUMBLINE_SOURCE: from.path,
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
    CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
    CI_COMMIT_BEFORE_SHA: '0'.repeat(40),
  });
  expect(code).toBe(expected);
  expect(read(clone, job.artifacts.reports.junit)).toContain('<testsuites name="plumbline gate"');
  for (const path of job.artifacts.paths) expect(existsSync(join(clone, path)), path).toBe(true);
});

test('a change that brings its own results or vulnerability data decides nothing', async () => {
  const { clone } = clonedChange({ '.plumbline/feeds/osv/npm.json': '{}\n' });
  const env = { ...offline, PLUMBLINE_HOME: programFolder(join(folder(), 'program')), PLUMBLINE_BASE: 'origin/main' };
  const { code, stderr } = await runScript(['sh', gateScript], clone, env);
  expect([code, stderr]).toEqual([3, expect.stringContaining('the commit brings .plumbline')]);
});

test('the template runs no branch that can be moved', async () => {
  const { clone } = clonedChange({ 'NOTES.md': 'A note.\n' });
  const template = parse(read('ci', 'gitlab', 'plumbline.gitlab-ci.yml')) as { readonly 'plumbline-gate': GitlabJob };
  const { before_script: commands } = template['plumbline-gate'];
  const { code } = await shell(commands, clone, { PLUMBLINE_SOURCE: source().path, PLUMBLINE_COMMIT: 'main' });
  expect(code).not.toBe(0);
});

type ForgejoFile = { readonly jobs: { readonly gate: { readonly steps: readonly { readonly run?: string }[] } } };
type WoodpeckerFile = { readonly steps: { readonly gate: { readonly commands: readonly string[] } } };

test('what the guide tells to write for Forgejo and Woodpecker', async () => {
  const from = source();
  const files = guideFiles(from.commit);
  const forgejo = parse(files['.forgejo/workflows/gate.yml'] ?? '') as ForgejoFile;
  const woodpecker = parse(files['.woodpecker/gate.yml'] ?? '') as WoodpeckerFile;
  const env = { ...offline, PLUMBLINE_SOURCE: from.path, PLUMBLINE_COMMIT: from.commit };
  const onForgejo = { ...env, GITHUB_ACTIONS: 'true', GITHUB_BASE_REF: 'main', GITHUB_REF: 'refs/pull/1/head' };
  const onWoodpecker = { ...env, CI: 'woodpecker', CI_PIPELINE_EVENT: 'pull_request', CI_COMMIT_TARGET_BRANCH: 'main' };
  const commands = forgejo.jobs.gate.steps.flatMap(({ run }) => run ?? []);
  expect((await shell(commands, clonedChange(badCode.severe).clone, onForgejo)).code).toBe(1);
  const { clone } = clonedChange({ 'NOTES.md': 'A note.\n' });
  git(clone, 'update-ref', '-d', 'refs/remotes/origin/main');
  expect((await shell(woodpecker.steps.gate.commands, clone, onWoodpecker)).code).toBe(0);
});
