// SPDX-License-Identifier: Apache-2.0
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCatalogSource } from '@plumbline/adapters/catalog-source/catalog-source';
import { buildRepository, type BuiltRepository } from '@plumbline/adapters/testing/build-repository';
import { useRepositories } from '@plumbline/adapters/testing/use-repositories';
import type { AssessmentDocument } from '@plumbline/reports/json/assessment-document';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerTo, assessment, verdictOn } from './assessment.ts';
import { plumbline } from './plumbline.ts';
import { complaints } from './schema.ts';

// DESIGN §5, `plumbline assess`: what it promises to whoever reads its output with a program.
const workflow = (version: string): string =>
  `on: [push, pull_request]\npermissions: {}\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@${version}\n      - run: npm test\n`;
let repository: BuiltRepository;
beforeAll(() => {
  repository = buildRepository({
    commits: [
      {
        date: '2026-01-10T10:00:00Z',
        files: { 'index.js': 'export {}\n', '.github/workflows/ci.yml': workflow('v4') },
      },
      { date: '2026-03-10T10:00:00Z', files: { '.github/workflows/ci.yml': workflow('1'.repeat(40)) } },
      {
        date: '2026-05-10T10:00:00Z',
        files: {
          'SECURITY.md':
            '# Security policy\n\nPlease report vulnerabilities in private to security@acme-widgets.org.\n',
        },
      },
    ],
    tags: [{ name: 'v1.0.0', commit: '0', date: '2026-01-11T10:00:00Z', message: 'One' }],
    config: '[remote "origin"]\n\turl = https://github.com/example/product.git\n',
  });
});
afterAll(() => repository.remove());
const repositories = useRepositories();

async function json(...args: readonly string[]): Promise<AssessmentDocument> {
  const { code, stdout, stderr } = await plumbline(['assess', repository.path, '--format', 'json', ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

const tasksOf = async (id: 'ssdf-1.1' | 'ssdf-1.2-draft'): Promise<readonly string[]> =>
  (await createCatalogSource().catalog(id)).tasks.map((task) => task.id);

describe('the document', () => {
  test.each([['baseline'], ['standard'], ['high']])('is valid and complete (%s)', async (profile) => {
    const document = await json('--profile', profile);
    expect(complaints(document, await tasksOf('ssdf-1.1'))).toEqual([]);
    expect(document).toMatchObject({
      tool: { name: 'plumbline', version: '0.1.0' },
      catalog: { id: 'ssdf-1.1' },
      profile: { id: profile },
      subject: { uri: 'https://github.com/example/product.git', commit: repository.commits['2'] },
    });
  });

  test('every unknown says what would resolve it, and every yes and no cites evidence', async () => {
    const answers = (await json()).verdicts.flatMap((verdict) => verdict.answers);
    expect(answers.length).toBeGreaterThan(90);
    const unresolved = answers.filter(({ outcome, resolve }) => outcome === 'unknown' && (resolve ?? '').length < 3);
    const uncited = answers.filter(({ outcome, evidence }) => outcome !== 'unknown' && evidence.length === 0);
    expect([...unresolved, ...uncited].map(({ check }) => check)).toEqual([]);
  });

  test('the draft catalog: its own tasks, the new ones unknown, and it says so', async () => {
    const document = await json('--catalog', 'ssdf-1.2-draft');
    const tasks = await tasksOf('ssdf-1.2-draft');
    expect(tasks).toHaveLength(49);
    expect(complaints(document, tasks)).toEqual([]);
    expect(document.catalog.status).toMatch(/draft/u);
    const { tasks: all } = await createCatalogSource().catalog('ssdf-1.2-draft');
    const added = all.filter(({ change }) => change?.kind === 'new').map(({ id }) => id);
    expect(added.length).toBeGreaterThan(0);
    for (const id of added) {
      const verdict = document.verdicts.find(({ task }) => task === id);
      expect(verdict).toMatchObject({ verdict: 'unknown', because: expect.stringContaining('no procedure yet') });
    }
  });

  test('a folder without a repository has files and no history', async () => {
    const folder = repositories.folder();
    writeFileSync(
      join(folder, 'SECURITY.md'),
      '# Security\n\nPlease report vulnerabilities in private to security@acme-widgets.org.\n',
    );
    const { code, stdout } = await plumbline(['assess', folder, '--worktree', '--format', 'json']);
    expect(code).toBe(0);
    const document: AssessmentDocument = JSON.parse(stdout);
    expect(complaints(document, await tasksOf('ssdf-1.1'))).toEqual([]);
    const outcomeOf = (check: string): unknown =>
      document.verdicts.flatMap(({ answers }) => answers).find((answer) => answer.check === check)?.outcome;
    expect(outcomeOf('security-policy-present')).toBe('yes');
    expect(outcomeOf('commits-signed')).toBe('unknown');
  });
});

describe('every format', () => {
  test.each([['text'], ['json'], ['html'], ['markdown'], ['sarif'], ['oscal'], ['gemara']])(
    '%s is the same bytes twice, holds no path of this machine, and ends with a newline',
    async (format) => {
      const args = ['assess', repository.path, '--format', format];
      const [first, second] = await Promise.all([plumbline(args), plumbline(args)]);
      expect(first).toMatchObject({ code: 0, stderr: '' });
      expect(second.stdout).toBe(first.stdout);
      expect(first.stdout).not.toContain(repository.path);
      expect(first.stdout).toMatch(/[^\n]\n$/u);
      expect(first.stdout).toContain('PW.7.2');
      const isJson = ['json', 'sarif', 'oscal', 'gemara'].includes(format);
      expect(typeof (isJson ? JSON.parse(first.stdout) : {})).toBe('object');
    },
  );

  test.each([['text'], ['json'], ['markdown'], ['oscal']])('roadmap as %s is the same bytes twice', async (format) => {
    const args = ['roadmap', repository.path, '--format', format, '--offline'];
    const [first, second] = await Promise.all([plumbline(args), plumbline(args)]);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain('sca-configured');
    expect(second.stdout).toBe(first.stdout);
  });
});

describe('--as-of', () => {
  test('assesses the commit of that day, and nothing later', async () => {
    const january = await assessment(repository.path, { asOf: '2026-02-01' });
    expect(january.subject.commit).toBe(repository.commits['0']);
    expect(january.asOf).toBe('2026-02-01T23:59:59Z');
    expect(answerTo(january, 'workflow-actions-pinned').outcome).toBe('no');
    expect(answerTo(january, 'security-policy-present').outcome).toBe('no');
    for (const { effectiveAt, kind } of january.evidence) expect(effectiveAt <= january.asOf, kind).toBe(true);
    const april = await assessment(repository.path, { asOf: '2026-04-01' });
    expect(april.subject.commit).toBe(repository.commits['1']);
    expect(answerTo(april, 'workflow-actions-pinned').outcome).toBe('yes');
    expect(answerTo(april, 'security-policy-present').outcome).toBe('no');
    const today = await assessment(repository.path);
    expect(answerTo(today, 'security-policy-present').outcome).toBe('yes');
  });

  test('the day is whole: a commit of its last second counts, one of the next day does not', async () => {
    const edge = repositories.build({
      commits: [{ date: '2026-02-01T23:59:59Z' }, { date: '2026-02-02T00:00:00Z' }],
    });
    expect((await assessment(edge.path, { asOf: '2026-02-01' })).subject.commit).toBe(edge.commits['0']);
    expect((await assessment(edge.path, { asOf: '2026-02-02' })).subject.commit).toBe(edge.commits['1']);
  });

  test('a release of a later day is not known yet', async () => {
    const tags = [
      { name: 'v1.0.0', commit: '0', date: '2026-01-11T10:00:00Z', message: 'One', sign: 'openpgp' as const },
      { name: 'v2.0.0', commit: '0', date: '2026-03-11T10:00:00Z', message: 'Two' },
    ];
    const tagged = repositories.build({ commits: [{ date: '2026-01-10T10:00:00Z' }], tags });
    const before = await assessment(tagged.path, { asOf: '2026-02-01' });
    const after = await assessment(tagged.path, { asOf: '2026-04-01' });
    expect(answerTo(before, 'release-tags-signed').outcome).toBe('yes');
    expect(answerTo(after, 'release-tags-signed').outcome).toBe('no');
  });

  test('before the first commit there is nothing to assess', async () => {
    const { code, stdout, stderr } = await plumbline(['assess', repository.path, '--as-of', '2025-12-31']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/No commit was made at or before 2025-12-31[^]*later day/u);
  });
});

test('--plan looks at nothing, not even whether the target is there', async () => {
  const { code, stdout, stderr } = await plumbline(['assess', '/nonexistent', '--plan', '--offline']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/ci-pipelines/u);
  expect(stdout).toContain('Nothing reads these yet');
});

describe('--worktree', () => {
  test('reads the files as they lie there, not those of the commit', async () => {
    const built = repositories.build({ commits: [{ files: { 'README.md': 'Hello\n' } }] });
    writeFileSync(
      join(built.path, 'SECURITY.md'),
      '# Security policy\n\nPlease report vulnerabilities in private to security@acme-widgets.org.\n',
    );
    const committed = await assessment(built.path);
    const lying = await assessment(built.path, { worktree: true });
    expect(answerTo(committed, 'security-policy-present').outcome).toBe('no');
    expect(answerTo(lying, 'security-policy-present').outcome).toBe('yes');
    expect(verdictOn(committed, 'RV.1.1')).toBe('not-met');
  });

  test('with a past day is a contradiction', async () => {
    const { code, stderr } = await plumbline(['assess', repository.path, '--worktree', '--as-of', '2026-02-01']);
    expect(code).toBe(2);
    expect(stderr).toContain('--worktree');
  });

  test('the head of every report for people says that the work tree differs, and by which profile', async () => {
    const built = repositories.build({ commits: [{ files: { 'index.js': 'x\n' } }] });
    writeFileSync(join(built.path, 'index.js'), 'y\n');
    for (const format of ['text', 'markdown'])
      for (const verb of ['assess', 'roadmap']) {
        const args = [verb, built.path, '--worktree', '--profile', 'high', '--format', format];
        const head = (await plumbline(args)).stdout.slice(0, 600);
        expect(head, args.join(' ')).toContain('with uncommitted changes of the work tree');
        expect(head, args.join(' ')).toContain('profile high');
      }
  });
});

test('in text, a verdict and its reason stay apart, however long the word is', async () => {
  const { stdout } = await plumbline(['assess', repository.path, '--verbose']);
  const lines = stdout.match(/^ {4}[✓◐✗?–] [A-Z]{2}\.\d\.\d .*$/gmu) ?? [];
  expect(lines).toHaveLength(42);
  const short = (await plumbline(['assess', repository.path])).stdout.split('\nNot looked at')[0] ?? '';
  expect(new Set(short.match(/(?<![\w.])[A-Z]{2}\.\d\.\d(?!\.?\w)/gu)).size).toBe(42);
  const verdicts = /(?:partly met|not met|met|unknown|not applicable) {1,}\S/u;
  expect(lines.filter((line) => !verdicts.test(line))).toEqual([]);
});
