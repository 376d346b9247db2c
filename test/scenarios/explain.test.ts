// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useRepositories } from '@plumbline/adapters/testing/use-repositories';
import { allChecks } from '@plumbline/practices/generated/checks';
import { allTasks } from '@plumbline/practices/generated/tasks';
import { explanationSchema } from '@plumbline/reports/explain/explanation-schema';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { explainId } from '../../packages/cli/src/explain/explain-id.ts';
import { renderExplanation } from '../../packages/cli/src/explain/render-explanation.ts';
import { assessment, keepingTerminal } from './assessment.ts';
import { plumbline } from './plumbline.ts';

// `plumbline explain`, as DESIGN §5 promises it.
const repositories = useRepositories();
const ajv = new Ajv2020({ allErrors: true, strictRequired: false, strictTypes: false });
addFormats.default(ajv);
const validate = ajv.compile(explanationSchema);

async function printed(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await plumbline(args, { cwd: repositories.folder() });
  expect({ code, stderr }, args.join(' ')).toEqual({ code: 0, stderr: '' });
  return stdout;
}

const tasksIn = (text: string): ReadonlySet<string> =>
  new Set(text.match(/(?<![\w.])(?:PO|PS|PW|RV)\.\d\.\d(?!\.?\w)/gu) ?? []);

test('explain PW.7.2: NIST’s words, the checks, crosswalks, and nothing of a repository where there is none', async () => {
  const text = await printed('explain', 'PW.7.2');
  const words = text.replaceAll(/\s+/gu, ' ');
  expect(words).toContain('Perform the code review and/or code analysis based on the');
  for (const check of ['changes-reviewed', 'sast-runs-on-changes', 'analysis-findings-triaged'])
    expect(text).toContain(check);
});

test('explain shows the answer of the repository at hand, unless told not to', async () => {
  const { path } = repositories.build({ commits: [{ files: { 'index.js': 'x\n' } }] });
  const { stdout } = await plumbline(['explain', 'PW.7.2'], { cwd: path });
  const without = await plumbline(['explain', 'PW.7.2', '--no-assess'], { cwd: path });
  const elsewhere = await plumbline(['explain', 'PW.7.2'], { cwd: repositories.folder() });
  expect(without.stdout).toBe(elsewhere.stdout);
  expect(stdout).not.toBe(without.stdout);
  const named = await plumbline(['explain', 'PW.7.2', '/nonexistent'], { cwd: path });
  expect(named.code).toBe(2);
});

test('explain a check: what it shows, what it does not show, how to satisfy it', async () => {
  const text = await printed('explain', 'changes-reviewed');
  expect(text).toMatch(/^It shows$[^]*^It does not show$[^]*^How to satisfy it/mu);
  expect(tasksIn(text)).toContain('PW.7.2');
});

test('a task that NIST moved is led to its place, a practice is shown with its tasks', async () => {
  expect(await printed('explain', 'PW.3.1')).toMatch(/PO\.1\.3/u);
  expect(tasksIn(await printed('explain', 'PW.7'))).toEqual(new Set(['PW.7.1', 'PW.7.2']));
  expect(await printed('explain', 'pw.7.2')).toBe(await printed('explain', 'PW.7.2'));
});

const policy =
  '# Security policy\n\nReport vulnerabilities to security@acme-widgets.org. We answer within three days.\n';

test('it takes what assess takes: the day, the profile, evidence, the work tree, a file to write to', async () => {
  const { path } = repositories.build({
    commits: [
      { files: { 'index.js': 'x\n' }, date: '2026-01-05T12:00:00Z' },
      { files: { 'SECURITY.md': policy }, date: '2026-02-05T12:00:00Z' },
    ],
  });
  const explained = async (...args: readonly string[]): Promise<{ here: { [key: string]: unknown } }> => {
    const { code, stdout, stderr } = await plumbline([...args, '--format', 'json'], { cwd: path });
    expect({ code, stderr }, args.join(' ')).toEqual({ code: 0, stderr: '' });
    return JSON.parse(stdout);
  };
  const check = 'security-policy-present';
  const before = await explained('explain', check, '--as-of', '2026-01-31', '--profile', 'high');
  expect(before.here).toMatchObject({
    asOf: '2026-01-31T23:59:59Z',
    profile: { id: 'high' },
    answer: { outcome: 'no' },
  });
  const after = await explained('explain', check, '.', '--as-of', '2026-02-28');
  expect(after.here).toMatchObject({ profile: { id: 'standard' }, answer: { outcome: 'yes' } });
  rmSync(join(path, 'SECURITY.md'));
  const changed = await explained('explain', check, '.', '--worktree');
  expect(changed.here).toMatchObject({ subject: { dirty: true }, answer: { outcome: 'no' } });

  const sbom = join(repositories.folder(), 'bom.json');
  writeFileSync(sbom, JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components: [] }));
  const withSbom = await explained('explain', 'release-has-sbom', '.', '--evidence', sbom);
  expect(JSON.stringify(withSbom.here)).toContain('bom.json');
  const folder = repositories.folder();
  const file = join(folder, 'task.md');
  const run = await plumbline(['explain', 'PW.7.2', path, '--format', 'markdown', '--output', file]);
  expect(run).toMatchObject({ code: 0, stdout: '' });
  expect(readFileSync(file, 'utf8')).toMatch(/^# PW&#46;7|^# PW\.7\.2 /u);
  expect(readdirSync(folder)).toEqual(['task.md']);
});

test('what was said of a repository is not passed over where there is none', async () => {
  const cwd = repositories.folder();
  for (const args of [
    ['--as-of', '2026-01-31'],
    ['--profile', 'high'],
  ]) {
    const { code, stderr } = await plumbline(['explain', 'PW.7.2', ...args], { cwd });
    expect(code, args.join(' ')).toBe(2);
    expect(stderr).toContain('not in a git repository');
  }
});

test('every task and check has its explanation in every format, valid against the published schema', async () => {
  const { path } = repositories.build({ commits: [{ files: { 'index.js': 'x\n' } }] });
  const found = await assessment(path);
  const terminal = keepingTerminal();
  const ids = [...allTasks.map(({ id }) => id), ...allChecks.map(({ id }) => id), 'PO', 'PW.7', 'PW.3.1'];
  for (const id of ids)
    for (const here of [found, null]) {
      const explanation = await explainId(id, 'ssdf-1.1', () => Promise.resolve(here));
      const document: unknown = JSON.parse(await renderExplanation(explanation, { format: 'json' }, terminal));
      validate(document);
      expect(validate.errors, id).toBeNull();
      const markdown = await renderExplanation(explanation, { format: 'markdown' }, terminal);
      expect(markdown).toContain(`# ${id}`);
      expect(markdown).not.toMatch(/undefined|\[object|\n\n\n/u);
      expect(await renderExplanation(explanation, { format: 'text' }, terminal)).toContain(id);
    }
});
