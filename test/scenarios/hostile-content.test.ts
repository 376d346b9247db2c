// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { git, useRepositories } from '@plumbline/adapters/testing/use-repositories';
import type { AssessmentDocument } from '@plumbline/reports/json/assessment-document';
import { describe, expect, test } from 'vitest';
import { plumbline } from './plumbline.ts';

// The robustness list: whatever lies in a repository, `assess` ends soon, with 0, and says what it did not read.
const repositories = useRepositories();

async function assessed(path: string, ...args: readonly string[]): Promise<AssessmentDocument> {
  const { code, stdout, stderr, ms } = await plumbline(['assess', path, '--format', 'json', '--offline', ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(ms).toBeLessThan(50_000);
  return JSON.parse(stdout);
}

const answerOf = (document: AssessmentDocument, check: string): { outcome: string; because: string } | undefined =>
  document.verdicts.flatMap(({ answers }) => answers).find((answer) => answer.check === check);

const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...[...'bcdefghij'].map((name, index) => {
    const before = 'abcdefghi'[index] ?? '';
    return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`;
  }),
].join('\n');

const calls = (next: number): string =>
  `jobs: { a: { uses: ./.github/workflows/w${next}.yml }, b: { uses: ./.github/workflows/w${next}.yml } }`;

describe('bombs', () => {
  test('aliases that multiply are refused wherever YAML is read', async () => {
    const files = [
      '.github/workflows/ci.yml',
      '.github/dependabot.yml',
      '.gitlab-ci.yml',
      '.woodpecker.yml',
      '.circleci/config.yml',
      'azure-pipelines.yml',
      'pnpm-lock.yaml',
      'yarn.lock',
      'SECURITY-INSIGHTS.yml',
      'plumbline.yaml',
      'security/roles.yaml',
      'security/statements.yaml',
      'threatmodel.yaml',
      '.pre-commit-config.yaml',
      '.golangci.yml',
      'docker-compose.yml',
      'pubspec.lock',
    ];
    const { path } = repositories.build({
      commits: [{ files: Object.fromEntries(files.map((file) => [file, bomb])) }],
    });
    const { notLookedAt } = await assessed(path);
    expect(notLookedAt.map(({ what }) => what.replace(/:\d+$/u, ''))).toEqual(
      expect.arrayContaining(['.github/workflows/ci.yml', '.gitlab-ci.yml']),
    );
  });

  test.each([
    ['brackets', '['.repeat(100_000)],
    ['braces', '{"a":'.repeat(100_000)],
    ['closed brackets', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['indentation', Array.from({ length: 1_500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['flow in flow', '{a: '.repeat(100_000)],
    ['sequences', `${'- '.repeat(100_000)}x`],
    ['elements', '<a>'.repeat(100_000)],
    ['tables', `a${'.a'.repeat(100_000)} = 1`],
  ])('100,000 levels of %s', async (_, text) => {
    const names = [
      '.github/workflows/ci.yml',
      '.gitlab-ci.yml',
      'package.json',
      'package-lock.json',
      'pnpm-lock.yaml',
      'composer.lock',
      'tsconfig.json',
      '.eslintrc.json',
      'renovate.json',
      'Cargo.toml',
      'Cargo.lock',
      'pyproject.toml',
      'poetry.lock',
      'pom.xml',
      'app.csproj',
      'plumbline.yaml',
      'security/roles.yaml',
      'threat-model.json',
      'threatmodel.yaml',
      'SECURITY-INSIGHTS.yml',
    ];
    const { path } = repositories.build({
      commits: [{ files: Object.fromEntries(names.map((name) => [name, text])) }],
    });
    const document = await assessed(path);
    expect(answerOf(document, 'workflow-actions-pinned')?.outcome).not.toBe('yes');
    expect(answerOf(document, 'components-locked')?.outcome).not.toBe('yes');
  });

  test('entities of XML, extends and references of GitLab that multiply, actions and workflows that call each other', async () => {
    const rounds = Array.from({ length: 12 }, (_, index) => index);
    const entities = rounds.map((index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`);
    const jobs = rounds.map(
      (index) =>
        `c${index}: { extends: [${`c${index + 1}, `.repeat(20)}], script: [${`!reference [c${index + 1}, script], `.repeat(30)}] }`,
    );
    const { path } = repositories.build({
      commits: [
        {
          files: {
            'pom.xml': `<!DOCTYPE p [<!ENTITY a0 "xxxx">${entities.join('')}]><project><name>&a12;</name></project>`,
            '.gitlab-ci.yml': `${jobs.join('\n')}\nc12: { script: [x] }\n`,
            ...Object.fromEntries(
              rounds.map((index) => [
                `.github/workflows/w${index}.yml`,
                `on: [push, workflow_call]\n${calls((index + 1) % 12)}\n`,
              ]),
            ),
          },
        },
      ],
    });
    expect((await assessed(path)).verdicts).toHaveLength(42);
  });
});

describe('size', () => {
  test('100 MB files are not read: what they would have answered is unknown, not absent', async () => {
    const huge: { readonly [name: string]: string } = {
      'SECURITY.md': 'security-policy-present',
      'package-lock.json': 'components-locked',
      '.github/workflows/ci.yml': 'sca-configured',
      CODEOWNERS: 'code-owners-cover-sources',
      '.well-known/security.txt': 'security-txt-present',
      '.github/dependabot.yml': 'dependency-updates-configured',
      'docs/threat-model.md': 'threat-model-present',
      'docs/adr/0001-database.md': 'design-decisions-recorded',
      MAINTAINERS: 'security-roles-named',
      'README.md': 'verification-guide-published',
    };
    const folder = repositories.folder();
    for (const name of Object.keys(huge)) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), '');
      truncateSync(join(folder, name), 100_000_000); // sparse
    }
    writeFileSync(join(folder, 'package.json'), '{"name":"x","dependencies":{"a":"1.0.0"}}');
    const document = await assessed(folder, '--worktree');
    const outcomes = Object.values(huge).map((check) => [check, answerOf(document, check)?.outcome]);
    expect(outcomes).toEqual(Object.values(huge).map((check) => [check, 'unknown']));
  });

  test('the same in a commit', async () => {
    const { path } = repositories.build({ commits: [{ files: { 'index.js': 'x\n' } }] });
    writeFileSync(join(path, 'SECURITY.md'), '');
    truncateSync(join(path, 'SECURITY.md'), 100_000_000);
    git(path, 'add', '-A');
    git(path, 'commit', '-q', '-m', 'Large');
    expect(answerOf(await assessed(path), 'security-policy-present')?.outcome).toBe('unknown');
  });

  test('thousands of workflows and manifests', async () => {
    const workflow = 'on: push\njobs: { a: { runs-on: x, steps: [{ uses: a/b@v1 }] } }\n';
    const files = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, index) => [
        [`.github/workflows/w${index}.yml`, workflow],
        [`packages/p${index}/package.json`, '{"name":"p","dependencies":{"left-pad":"1.0.0"}}'],
      ]).flat(),
    );
    const { path } = repositories.build({ commits: [{ files }] });
    const document = await assessed(path);
    expect(answerOf(document, 'workflow-actions-pinned')?.outcome).toBe('no');
    expect(answerOf(document, 'components-locked')?.outcome).toBe('no');
  });
});

describe('names', () => {
  const odd = [
    'a\nb.yml',
    'a"b.yml',
    "a'b.yml",
    '$(touch x).yml',
    '`touch x`.yml',
    '--upload-pack=touch x.yml',
    '-rf.yml',
    'a\u001B[31mred.yml',
    'a\u202Egpj.yml',
    '\u0007bell.yml',
    'a\\b.yml',
    '%s%n.yml',
    '<img src=x onerror=alert(1)>.yml',
    '[link](javascript:alert(1)).yml',
    '::set-output name=x::y.yml',
  ];

  test('of files are shown so that they can do nothing, in every format', async () => {
    const files = Object.fromEntries(
      odd.map((name) => [`.github/workflows/${name}`, 'on: push\njobs: {a: {steps: [{uses: a/b@v1}]}}\n']),
    );
    const bytes = { '.github/workflows/ok.yml': 'on: push\njobs: {a: {steps: [{uses: a/b@v1}]}}\n' };
    const { path } = repositories.build({ commits: [{ files: { ...files, ...bytes } }] });
    for (const format of ['text', 'json', 'html', 'markdown', 'sarif', 'oscal', 'gemara']) {
      const { code, stdout, stderr } = await plumbline(['assess', path, '--format', format]);
      expect({ code, stderr }, format).toEqual({ code: 0, stderr: '' });
      // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
      expect(stdout, format).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]/u);
      const markup: { readonly [format: string]: RegExp } = {
        html: /<img src=x/u,
        markdown: /(?<!\\)\[link\]\(javascript|<img/u,
      };
      expect(stdout, format).not.toMatch(markup[format] ?? /^$/u);
    }
    expect(existsSync(join(path, 'x'))).toBe(false);
  });

  test('that are no UTF-8, of files and of what is in them', async () => {
    const { path } = repositories.build({ commits: [{ files: { 'a.txt': 'x' } }] });
    writeFileSync(Buffer.concat([Buffer.from(`${path}/`), Buffer.from([0xff, 0xfe, 0x2e, 0x79, 0x6d, 0x6c])]), 'a: b');
    for (const name of ['SECURITY.md', 'package.json', 'CODEOWNERS', 'plumbline.yaml'])
      writeFileSync(join(path, name), Buffer.from([0x61, 0xff, 0xfe, 0x00, 0x80, 0x0a]));
    git(path, 'add', '-A');
    git(path, 'commit', '-q', '-m', 'Odd');
    expect(answerOf(await assessed(path), 'security-policy-present')?.outcome).not.toBe('yes');
    expect(answerOf(await assessed(path, '--worktree'), 'security-policy-present')?.outcome).not.toBe('yes');
  });

  test.each([['--upload-pack=touch-x'], ['$(touch${IFS}x)'], ['a\u2028b'], ['-'], ["main;touch$IFS'x"]])(
    'of the branch: %s',
    async (branch) => {
      const { path } = repositories.build({ branch, commits: [{ files: { 'README.md': 'x' } }] });
      const document = await assessed(path);
      expect(document.verdicts).toHaveLength(42);
      const { code } = await plumbline(['roadmap', path, '--offline', '--write-patches', join(path, 'patches')]);
      expect(code).toBe(0);
      expect(readdirSync(path).toSorted()).toEqual(['.git', 'README.md', 'patches']);
    },
  );
});

describe('links', () => {
  test('loops and links that leave the root are not followed, in the tree and in the work tree', async () => {
    const outside = repositories.folder();
    writeFileSync(
      join(outside, 'SECURITY.md'),
      '# Security\n\nReport vulnerabilities to security@outside-secret.org.\n',
    );
    mkdirSync(join(outside, 'workflows'));
    writeFileSync(join(outside, 'workflows', 'ci.yml'), 'on: push\njobs: {a: {steps: [{uses: far-away/secret@v1}]}}\n');
    const { path } = repositories.build({
      commits: [
        {
          files: {
            'SECURITY.md': { link: join(outside, 'SECURITY.md') },
            '.github/workflows': { link: join(outside, 'workflows') },
            loop: { link: 'loop' },
            up: { link: '..' },
            CODEOWNERS: { link: '/etc/passwd' },
            'plumbline.yaml': { link: '/dev/zero' },
            'package.json': { link: 'package.json' },
          },
        },
      ],
    });
    symlinkSync('.', join(path, 'self'));
    execFileSync('mkfifo', [join(path, 'README.md')]);
    for (const args of [[], ['--worktree']]) {
      const document = await assessed(path, ...args);
      expect(JSON.stringify(document)).not.toMatch(/far-away|root:x/u);
      expect(answerOf(document, 'security-policy-present')?.outcome).not.toBe('yes');
    }
  });

  test('a .git file that points to a repository of somebody else is refused', async () => {
    const secret = repositories.build({ commits: [{ message: 'Hidden-away', files: { 'hidden-away.txt': 's' } }] });
    const folder = repositories.folder();
    writeFileSync(join(folder, '.git'), `gitdir: ${secret.gitDirectory}\n`);
    const plain = await assessed(folder, '--worktree'); // plain files, without a history
    expect(plain.subject.commit).toBeUndefined();
    expect(JSON.stringify(plain)).not.toMatch(/hidden-away/iu);
    for (const verb of ['assess', 'roadmap']) {
      const { code, stdout, stderr } = await plumbline([verb, folder]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('does not point back');
    }
  });
});

test.runIf(process.getuid?.() !== 0)('files without permission are not looked at', async () => {
  const { path } = repositories.build({ commits: [{ files: { 'SECURITY.md': 'x' } }] });
  chmodSync(join(path, 'SECURITY.md'), 0);
  expect(answerOf(await assessed(path, '--worktree'), 'security-policy-present')?.outcome).toBe('unknown');
});
