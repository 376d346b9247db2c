// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RepositorySpec } from '@plumbline/adapters/testing/build-repository';
import { git, useRepositories } from '@plumbline/adapters/testing/use-repositories';
import { expect, test } from 'vitest';
import { answerTo, assessment } from './assessment.ts';
import { plumbline } from './plumbline.ts';

// `roadmap --write-patches`: each patch applies with git alone, and turns the answer that it was made for.
const repositories = useRepositories();
const origin = (url: string): string => `[remote "origin"]\n\turl = ${url}\n`;
const github = origin('https://github.com/example/product.git');
const checkout = '      - uses: actions/checkout@v4\n';
const workflow = (steps: string): string =>
  `name: CI\non:\n  push:\n    branches: [main]\n  pull_request:\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;

type Written = { readonly path: string; readonly patches: ReadonlyMap<string, string>; readonly stderr: string };

/** A repository with its patches, by their names; they lie outside of it. */
async function written(spec: RepositorySpec): Promise<Written> {
  const author = 'Ada <12345+ada-acme@users.noreply.github.com>';
  const { path } = repositories.build({ ...spec, commits: spec.commits.map((commit) => ({ author, ...commit })) });
  const folder = join(repositories.folder(), 'patches');
  const { code, stderr } = await plumbline(['roadmap', path, '--offline', '--write-patches', folder]);
  expect(code, stderr).toBe(0);
  const patches = new Map(
    readdirSync(folder).map((name) => [name.replace(/^\d+-|\.patch$/gu, ''), join(folder, name)]),
  );
  git(path, 'reset', '-q'); // an index, which building leaves out
  return { path, patches, stderr };
}

function applyAndCommit({ path, patches }: Written, name: string): void {
  const patch = patches.get(name);
  if (patch === undefined) throw new TypeError(`no patch ${name}`);
  git(path, 'apply', '--check', '--whitespace=error-all', patch);
  git(path, 'apply', '--index', patch);
  git(path, 'commit', '-q', '-m', name);
}

const node: RepositorySpec['commits'][number]['files'] = {
  'index.js': 'export const one = 1;\n',
  'package.json':
    '{"name":"product","version":"1.0.0","scripts":{"test":"node --test"},"dependencies":{"left-pad":"1.3.0"}}\n',
  '.github/workflows/ci.yml': workflow(`${checkout}      - run: npm test\n`),
};

const turned: { readonly [patch: string]: readonly string[] } = {
  'pin-actions': ['workflow-actions-pinned'],
  'least-privilege-permissions': ['workflow-tokens-least-privilege'],
  'add-security-policy': ['security-policy-present', 'disclosure-policy-complete', 'reporting-channel-private'],
  'add-security-txt': ['security-txt-present'],
  'add-code-owners': ['code-owners-cover-sources'],
  'add-dependabot': ['dependency-updates-configured', 'toolchain-kept-current'],
  'add-sast-workflow': ['sast-configured', 'sast-runs-on-changes'],
  'add-sca-workflow': ['sca-configured'],
};

test('on GitHub, each patch alone turns what it names from no to yes', async () => {
  const made = await written({ commits: [{ files: node }], config: github });
  const head = git(made.path, 'rev-parse', 'HEAD');
  const before = await assessment(made.path);
  for (const [patch, checks] of Object.entries(turned)) {
    git(made.path, 'reset', '-q', '--hard', head);
    applyAndCommit(made, patch);
    const after = await assessment(made.path);
    const seen = checks.map((check) => [check, answerTo(before, check).outcome, answerTo(after, check).outcome]);
    expect(seen, patch).toEqual(checks.map((check) => [check, 'no', 'yes']));
  }
});

test('all patches of one roadmap apply one after the other, and no answer gets worse', async () => {
  const made = await written({ commits: [{ files: node }], config: github });
  const before = await assessment(made.path);
  expect(made.patches.size).toBeGreaterThanOrEqual(9);
  // Starting records declares that they are kept here: what is not filled in is then missing, no longer unknown.
  for (const name of made.patches.keys()) if (name !== 'starter-records') applyAndCommit(made, name);
  const after = await assessment(made.path);
  const lost = before.verdicts
    .flatMap(({ answers }) => answers)
    .filter(({ check, answer }) => answer.outcome === 'yes' && answerTo(after, check).outcome !== 'yes');
  expect(lost.map(({ check }) => check)).toEqual([]);
  expect(after.summary.notMet).toBeLessThan(before.summary.notMet);
});

test.each([
  ['https://gitlab.com/example/product.git', '.gitlab/CODEOWNERS'],
  ['git@gitlab.com:example/product.git', '.gitlab/CODEOWNERS'],
  ['https://codeberg.org/example/product.git', 'CODEOWNERS'],
])('at %s: Renovate, owners where the forge looks, and no workflows of GitHub', async (url, owners) => {
  const files = { 'main.go': 'package main\n', 'go.mod': 'module example.com/product\n\ngo 1.22\n' };
  const made = await written({ commits: [{ files }], config: origin(url) });
  for (const name of ['add-dependabot', 'add-code-owners']) applyAndCommit(made, name);
  const after = await assessment(made.path);
  expect(answerTo(after, 'dependency-updates-configured').outcome).toBe('yes');
  expect(answerTo(after, 'code-owners-cover-sources').outcome).toBe('yes');
  const tree = git(made.path, 'ls-files').split('\n');
  expect(tree).toEqual(expect.arrayContaining(['renovate.json', owners]));
  expect(made.patches.has('add-sast-workflow')).toBe(false);
  expect(made.stderr).toContain('GitHub Actions');
});

test.each([
  ['windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
  ['no newline at the end', (text: string) => text.trimEnd()],
  ['a byte order mark', (text: string) => `\uFEFF${text}`],
  [
    'a flow mapping',
    (text: string) => text.replace(checkout, "      - { uses: 'actions/checkout@v4', with: { path: x } }\n"),
  ],
  ['quotes and a comment', (text: string) => text.replace(checkout, '      - uses: "actions/checkout@v4" # keep me\n')],
  [
    'the value on its own line',
    (text: string) => text.replace(checkout, '      - uses:\n          actions/checkout@v4\n'),
  ],
  ['the same action twice', (text: string) => text + checkout],
  ['jobs first', (text: string) => text.replace(/^name: CI\n/u, '')],
])('workflows with %s are pinned and stay what they were', async (_, change) => {
  const files = { ...node, '.github/workflows/ci.yml': change(workflow(`      - run: npm test\n${checkout}`)) };
  const made = await written({ commits: [{ files }], config: github });
  for (const name of ['pin-actions', 'least-privilege-permissions']) applyAndCommit(made, name);
  const after = await assessment(made.path);
  expect(answerTo(after, 'workflow-actions-pinned').outcome).toBe('yes');
  expect(answerTo(after, 'workflow-tokens-least-privilege').outcome).toBe('yes');
  expect(answerTo(after, 'tests-run-on-changes').outcome).toBe('yes');
});

test('what nobody here knows the commit of is named, and what follows it on the line is kept', async () => {
  const steps = `${checkout}      - uses: nobody/knows@v1 # comment\n`;
  const made = await written({
    commits: [{ files: { ...node, '.github/workflows/ci.yml': workflow(steps) } }],
    config: github,
  });
  const text = readFileSync(made.patches.get('pin-actions') ?? '', 'utf8');
  expect(text).toContain('nobody/knows@v1');
  expect(text).not.toContain('-      - uses: nobody/knows@v1');
});

test('a workflow whose commits nobody here knows is not written with a tag instead', async () => {
  const made = await written({ commits: [{ files: node }], config: github });
  expect(made.patches.has('add-secret-scan-workflow')).toBe(false);
  expect(made.stderr).toContain('trufflesecurity/trufflehog@v3');
  const pinned = `      - uses: trufflesecurity/trufflehog@${'a'.repeat(40)} # v3.90.1\n`;
  const files = { ...node, '.github/workflows/old.yml': workflow(pinned).replace('pull_request', 'workflow_dispatch') };
  const known = await written({
    commits: [{ files }, { files: { '.github/workflows/old.yml': workflow('      - run: x\n') + `#${pinned}` } }],
    config: github,
  });
  const text = readFileSync(known.patches.get('add-secret-scan-workflow') ?? '', 'utf8');
  expect(text).toContain(`trufflesecurity/trufflehog@${'a'.repeat(40)} # v3.90.1`);
  applyAndCommit(known, 'add-secret-scan-workflow');
  expect(answerTo(await assessment(known.path), 'secret-scanning-configured').outcome).toBe('yes');
});

test('nothing of a repository becomes a diff of its own, a second file or a terminal escape', async () => {
  const injected =
    'nobody/knows@v1\\ndiff --git a/.git/x b/evil\\nnew file mode 100755\\n--- /dev/null\\n+++ b/evil\\n@@ -0,0 +1 @@\\n+evil';
  const files = {
    ...node,
    '.github/workflows/ci.yml': workflow(`${checkout}      - uses: "${injected}"\n      - uses: "x/y@v1\\e[31m"\n`),
    '.github/workflows/a\ndiff --git a/evil b/evil\nnew file mode 100644\n--- \n.yml': `${workflow(checkout)}      - run: npm publish\n`,
  };
  const made = await written({ commits: [{ files, author: '\u001B[31m <*@x.y\u001B[32m>' }], config: github });
  expect(made.stderr).not.toContain('\u001B');
  for (const patch of made.patches.values()) {
    const [head = ''] = readFileSync(patch, 'utf8').split(/^diff --git a\/\.github\/workflows|^diff --git "a/mu);
    expect(head).not.toMatch(/^(?:diff|---|\+\+\+|@@)[^\n]*evil/mu);
    expect(readFileSync(patch, 'utf8')).not.toContain('\u001B');
    const touched = git(made.path, 'apply', '--numstat', patch);
    expect(touched).not.toMatch(/\tevil$/mu);
  }
});

test('starter records apply and answer nothing until they are filled in', async () => {
  const made = await written({ commits: [{ files: node }], config: github });
  const before = await assessment(made.path);
  applyAndCommit(made, 'starter-records');
  const started = await assessment(made.path);
  const gained = started.verdicts
    .flatMap(({ answers }) => answers)
    .filter(({ check, answer }) => answer.outcome === 'yes' && answerTo(before, check).outcome !== 'yes');
  expect(gained.map(({ check }) => check)).toEqual([]);
  const day = new Date().toISOString().slice(0, 10);
  const statements = join(made.path, 'security/statements.yaml');
  mkdirSync(dirname(statements), { recursive: true });
  writeFileSync(
    statements,
    `statements:\n  - topic: executable-testing-decided\n    text: We fuzz the parser and test the rest, as the plan says.\n    by: Ada Lovelace\n    role: Head of engineering\n    on: ${day}\n    document: docs/test-plan.md\n    owner: Ada Lovelace\n    reviewedOn: ${day}\n    decision: [fuzzing, tests]\n`,
  );
  git(made.path, 'add', '-A');
  git(made.path, 'commit', '-q', '-m', 'State');
  expect(answerTo(await assessment(made.path), 'executable-testing-decided')).toMatchObject({ outcome: 'yes' });
});
