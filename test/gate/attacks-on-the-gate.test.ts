// SPDX-License-Identifier: Apache-2.0
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plumbline } from '../scenarios/plumbline.ts';
import { type GateProject, policyText, useGateProjects } from './gate-project.ts';

// What must not pass, tried: each change here is made by somebody who wants it to get through.
const newProject = useGateProjects();
const policy = 'security/gate-policy.yaml';
const harmless = 'console.log(1);\n';
const evil = 'run(request.query.x);\n';
const lax = policyText().replace('mode: enforce', 'mode: warn');

/** A base with a policy and stored results of a clean scan. */
async function aProject(files: { readonly [path: string]: string } = {}): Promise<GateProject> {
  const project = newProject();
  project.commit({ 'app.js': harmless, [policy]: policyText(), ...files });
  await project.scanned([]);
  return project;
}

const outcomeOf = async (project: GateProject, ...args: readonly string[]): Promise<readonly unknown[]> => {
  const { code, decision } = await project.gate(...args);
  return [code, decision.outcome];
};

test('a bad change fails, a good one passes', async () => {
  const project = await aProject();
  project.commit({ 'evil.js': evil });
  expect(await outcomeOf(project)).toEqual([3, 'could-not-assess']);
  await project.scanned([{ path: 'evil.js' }]);
  expect(await outcomeOf(project)).toEqual([1, 'failed']);
  project.commit({ 'evil.js': null, 'good.js': harmless });
  await project.scanned([]);
  expect(await outcomeOf(project)).toEqual([0, 'passed']);
});

test('a change that brings its own policy, exception and triage', async () => {
  const project = await aProject();
  project.commit({
    'evil.js': evil,
    [policy]: lax,
    'plumbline.yaml': 'records: own/\n',
    'own/gate-policy.yaml': lax,
    'security/exceptions.yaml':
      'exceptions:\n  - {id: EX-1, concerns: no-new-severe-code, reason: none, requestedBy: A, approvedBy: B, approvedOn: 2026-01-01, expires: 2999-01-01}\n',
  });
  await project.scanned([{ path: 'evil.js' }]);
  expect(await outcomeOf(project)).toEqual([1, 'failed']);
  // By the file's name, and by another way to it
  expect(await outcomeOf(project, '--policy', policy)).toEqual([1, 'failed']);
  const link = join(project.folder, '..', `${project.folder.split('/').at(-1)}-link`);
  symlinkSync(project.folder, link);
  expect(await outcomeOf(project, '--policy', join(link, policy))).toEqual([1, 'failed']);
});

test('what was bad in an earlier commit of the change is bad in the last one', async () => {
  const project = await aProject();
  project.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  project.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
  project.git('checkout', '--quiet', '-b', 'topic');
  project.commit({ 'evil.js': evil });
  await project.scanned([{ path: 'evil.js' }]);
  expect(await outcomeOf(project)).toEqual([1, 'failed']);
  project.commit({ 'more.js': harmless });
  await project.scanned([{ path: 'evil.js' }]);
  expect(await outcomeOf(project)).toEqual([1, 'failed']);
});

test('a clone without the base: the policy of the change does not decide', async () => {
  const project = await aProject();
  project.commit({ 'evil.js': evil, [policy]: lax });
  const clone = newProject();
  clone.git('fetch', '--quiet', '--depth=1', project.folder, 'main');
  clone.git('checkout', '--quiet', '--force', 'FETCH_HEAD');
  await clone.scanned([{ path: 'evil.js' }]);
  const { code, stderr } = await clone.run('gate', '.');
  expect([code, stderr]).toEqual([3, expect.stringMatching(/shallow/)]);
});

test('a second report over the commit does not take back what the first one shows', async () => {
  const project = await aProject();
  project.commit({ 'a/evil.js': evil, 'b/good.js': harmless });
  await project.scanned([{ path: 'a/evil.js' }]);
  await project.scanned([]);
  expect(await outcomeOf(project)).toEqual([1, 'failed']);
});

test('a report that did not come to its end is not outshone by another that did', async () => {
  const project = await aProject();
  project.commit({ 'evil.js': evil });
  await project.scanned([], { successful: false });
  await project.scanned([]);
  expect(await outcomeOf(project)).toEqual([3, 'could-not-assess']);
});

test('paths that are not those of the repository are not taken for old files', async () => {
  const project = await aProject();
  project.commit({ 'web/evil.js': evil });
  await project.scanned([{ path: 'evil.js' }], { tool: 'bandit' });
  const { decision } = await project.gate();
  expect(decision.outcome).toBe('could-not-assess');
});

test('data that comes from a changed file into an old one', async () => {
  const project = await aProject({ 'sink.js': evil });
  project.commit({ 'source.js': harmless });
  await project.scanned([{ path: 'sink.js', from: 'source.js' }]);
  expect(await outcomeOf(project)).toEqual([1, 'failed']);
});

test('a comment in the change that tells the tool to be silent', async () => {
  const project = await aProject();
  project.commit({ 'evil.js': evil });
  await project.scanned([{ path: 'evil.js', suppressed: 'inSource' }]);
  expect(await outcomeOf(project)).toEqual([1, 'failed']);
});

test('a day on which the results were not there yet', async () => {
  const project = await aProject();
  project.commit({ 'evil.js': evil });
  await project.scanned([{ path: 'evil.js' }]);
  expect(await outcomeOf(project, '--as-of', '2026-01-01')).toEqual([3, 'could-not-assess']);
});

test('results that the change itself brings', async () => {
  const project = await aProject();
  project.commit({ 'evil.js': evil, 'kept/imports/x.json': '{}' });
  for (const args of [
    ['--state', 'kept'],
    ['--state', join(project.folder, 'kept')],
  ])
    expect(await plumbline(['gate', '.', ...args], { cwd: project.folder })).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/forged/) as string,
    });
  project.git('add', '--force', '.plumbline');
  project.commit({});
  expect(await project.run('gate', '.')).toMatchObject({ code: 3, stderr: expect.stringMatching(/forged/) as string });
});

test('a report that says it is about another commit', async () => {
  const project = await aProject();
  const base = project.git('rev-parse', 'HEAD');
  project.commit({ 'evil.js': evil });
  await project.scanned([], { commit: base });
  expect(await outcomeOf(project)).toEqual([3, 'could-not-assess']);
});

test('a tag that bears the name of the base', async () => {
  const project = await aProject();
  project.git('branch', 'stable');
  project.commit({ [policy]: lax });
  project.git('tag', 'stable');
  project.commit({ 'evil.js': evil });
  await project.scanned([{ path: 'evil.js' }]);
  expect(await project.run('gate', '.', '--baseline', 'stable')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/ambiguous/) as string,
  });
});

test('a policy that the base hides behind a link, and one that no gate could read afterwards', async () => {
  const project = newProject();
  project.write({ 'app.js': harmless, 'security/x': '' });
  symlinkSync('x', join(project.folder, policy));
  project.commit({});
  project.commit({ 'evil.js': evil });
  expect(await project.run('gate', '.')).toMatchObject({ code: 2, stderr: expect.stringMatching(/policy/) as string });
  const other = await aProject();
  other.commit({ [policy]: policyText().replace('finding.isNew', 'finding.isnew') });
  await other.scanned([]);
  expect(await other.run('gate', '.')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/gate-policy.yaml:\d+:\d+: finding has no 'isnew'/) as string,
  });
});
