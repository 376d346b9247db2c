// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GateDecision } from '@plumbline/core/gate/gate-decision';
import { expect, test } from 'vitest';
import { type GateProject, policyText, useGateProjects } from './gate-project.ts';

// DESIGN §5: the gate as a user meets it, from the report of a tool to exit code and formats.
const newProject = useGateProjects();
const policy = 'security/gate-policy.yaml';
const evil = 'run(request.query.x);\n';

async function aBase(files: { readonly [path: string]: string } = {}): Promise<GateProject> {
  const project = newProject();
  project.commit({ 'app.js': 'console.log(1);\n', [policy]: policyText(), ...files });
  await project.scanned([]);
  return project;
}

/** Adds a weakness of high severity, scanned; the id of the finding. */
async function addWeakness(project: GateProject): Promise<string> {
  project.commit({ 'evil.js': evil });
  await project.scanned([{ path: 'evil.js' }]);
  const { stdout } = await project.run(
    'findings',
    '.',
    '--in-state',
    'open',
    'accepted',
    'false-positive',
    '--format',
    'json',
  );
  const { findings } = JSON.parse(stdout) as { findings: readonly { readonly id: string; readonly isNew: boolean }[] };
  expect(findings).toMatchObject([{ isNew: true }]);
  return findings[0]?.id ?? '';
}

const exceptions = (concerns: string, expires: string): string =>
  `exceptions:\n  - {id: EX-1, concerns: ${concerns}, reason: test code, requestedBy: Ada, approvedBy: Grace, approvedOn: 2026-01-01, expires: ${expires}}\n`;

test.each([
  ['2099-12-31', 'asserted', 'honoured', 0],
  ['2026-01-31', 'asserted', 'expired', 1],
  ['2099-12-31', 'verified', 'not-approved', 1],
] as const)('an exception of the base until %s, approvals %s: %s', async (expires, approval, outcome, code) => {
  // The id is made of the weakness alone: it is the same in every project.
  const id = await addWeakness(await aBase());
  const project = await aBase({
    [policy]: `exceptionApproval: ${approval}\n${policyText()}`,
    'security/exceptions.yaml': exceptions(id, expires),
  });
  await addWeakness(project);
  const { stdout, code: ended } = await project.run('gate', '.');
  expect(ended).toBe(code);
  expect(stdout.replaceAll(/\s+/gu, ' ')).toContain('approval asserted: a name in a file');
  expect((await project.gate()).decision.exceptions).toMatchObject([{ id: 'EX-1', outcome }]);
});

test('what the base calls a false positive breaks nothing', async () => {
  const id = await addWeakness(await aBase());
  const triage = `findings:\n  - {finding: ${id}, decision: false-positive, reason: x is a constant, by: Ada, on: 2026-01-01}\n`;
  const project = await aBase({ 'security/triage.yaml': triage });
  await addWeakness(project);
  expect(await project.gate()).toMatchObject({ code: 0, decision: { rules: [{ excepted: [{}] }] } });
  const strict = await aBase({
    [policy]: `exceptionApproval: verified\n${policyText()}`,
    'security/triage.yaml': triage,
  });
  await addWeakness(strict);
  expect(await strict.gate()).toMatchObject({ code: 1 });
});

test('a simulation tells what was not scanned from what passed', async () => {
  const project = await aBase();
  await addWeakness(project);
  project.commit({ 'more.js': 'console.log(2);\n' });
  const { code, stdout } = await project.run('gate', '.', '--simulate', '5', '--format', 'json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    summary: { commits: 3, failed: 1, couldNotAssess: 1, passed: 1 },
    commits: [
      { outcome: 'could-not-assess', because: 'no results are stored for it' },
      { outcome: 'failed', broken: [{ rule: 'no-new-severe-code', violations: 1 }] },
      { outcome: 'passed' },
    ],
  });
});

test('every format of one decision; names and messages do no harm in any', async () => {
  const project = await aBase();
  const name = 'a\u001b[31m::error::x<b>`$(id)`.js';
  project.commit({ [name]: evil });
  await project.scanned([{ path: encodeURIComponent(name), rule: 'x\n::set-output name=a::b\u202e' }]);
  const formats = ['text', 'json', 'markdown', 'sarif', 'junit', 'annotations', 'statement'] as const;
  const outputs = await Promise.all(formats.map((format) => project.run('gate', '.', '--format', format)));
  for (const { code, stdout } of outputs) {
    expect(code).toBe(1);
    expect(stdout).not.toMatch(/\u001b|\u202e|^::set-output/mu);
  }
  const [, json, , , , , statement] = outputs.map(({ stdout }) => stdout);
  const decision = JSON.parse(json ?? '') as GateDecision;
  expect(JSON.parse(statement ?? '')).toMatchObject({
    subject: [{ digest: { gitCommit: decision.subject.commit } }],
    predicate: { policy: { digest: { sha256: decision.policy.digest.slice(7) } }, verificationResult: 'FAILED' },
  });
});

test('a warning passes on, and the statement says what was decided', async () => {
  const project = await aBase();
  await addWeakness(project);
  const file = join(project.folder, '..', `${project.folder.split('/').at(-1)}.intoto.json`);
  const { code, stderr } = await project.run('gate', '.', '--warn-only', '--statement', file);
  expect([code, stderr]).toEqual([0, expect.stringContaining('--warn-only: failed')]);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ predicate: { verificationResult: 'FAILED' } });
});

test('tests of a policy fail for a rule that nothing breaks; a bad policy fails with line and column', async () => {
  const project = newProject();
  project.write({
    'gate-policy.yaml': policyText(),
    'gate-policy.test.yaml':
      'tests:\n  - name: clean\n    given: {ran: [sast]}\n    expect: {rules: {no-new-severe-code: passed}}\n',
    'bad.yaml': policyText().replace("finding.kind == 'code'", 'finding.kind ='),
  });
  expect(await project.run('gate', 'test', 'gate-policy.yaml')).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('a test that breaks it is missing') as string,
  });
  expect(await project.run('gate', 'test', 'bad.yaml', '--tests', 'gate-policy.test.yaml')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/bad\.yaml:10:\d+: not a CEL expression/) as string,
  });
});

test('an import names the commit that it is about, and says when the report speaks of another', async () => {
  const project = await aBase();
  const base = project.git('rev-parse', 'HEAD');
  project.commit({ 'evil.js': evil });
  const report = project.report([], { commit: base });
  expect(await project.run('import', report, '--commit', 'HEAD')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/says that it is about commit/) as string,
  });
  expect((await project.run('import', report)).stdout).toContain('known already');
  const { stdout } = await project.run('import', '--format', 'json');
  const { imports } = JSON.parse(stdout) as { imports: readonly { readonly digest: string }[] };
  expect(imports).toHaveLength(2);
  expect(await project.run('import', '--forget', imports[1]?.digest ?? '')).toMatchObject({ code: 0 });
});
