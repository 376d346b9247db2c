// SPDX-License-Identifier: Apache-2.0
import type { FileSpec } from '@plumbline/adapters/testing/build-repository';
import { useRepositories } from '@plumbline/adapters/testing/use-repositories';
import type { Outcome } from '@plumbline/core/answers/answer';
import { describe, expect, test } from 'vitest';
import { assessment, outcomes } from './assessment.ts';

// Small repositories as they occur, with what somebody who reads them would answer; then the same with one fact changed.
const repositories = useRepositories();
type Files = { readonly [path: string]: FileSpec };
type Expected = { readonly [check: string]: Outcome };

const pinned = (action: string): string => `${action}@${'0123456789'.repeat(4)}`;
const integrity = `sha512-${'A'.repeat(86)}==`;

const npm: Files = {
  'index.js': 'export const one = 1;\n',
  'package.json':
    '{"name":"product","version":"1.0.0","scripts":{"test":"node --test","lint":"eslint ."},"dependencies":{"left-pad":"1.3.0"}}\n',
  'package-lock.json': `{"name":"product","version":"1.0.0","lockfileVersion":3,"packages":{"":{"name":"product","version":"1.0.0","dependencies":{"left-pad":"1.3.0"}},"node_modules/left-pad":{"version":"1.3.0","resolved":"https://registry.example.org/left-pad/-/left-pad-1.3.0.tgz","integrity":"${integrity}"}}}\n`,
  '.github/dependabot.yml':
    'version: 2\nupdates:\n  - { package-ecosystem: npm, directory: /, schedule: { interval: weekly } }\n  - { package-ecosystem: github-actions, directory: /, schedule: { interval: weekly } }\n',
  '.github/workflows/ci.yml': `on:\n  push: { branches: [main] }\n  pull_request:\npermissions: { contents: read }\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ${pinned('actions/checkout')} # v4\n      - run: npm ci\n      - run: npm test\n      - run: npm audit --audit-level=high\n`,
  '.github/workflows/codeql.yml': `on:\n  push: { branches: [main] }\n  pull_request: { branches: [main] }\npermissions: { contents: read, security-events: write }\njobs:\n  analyze:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ${pinned('actions/checkout')} # v4\n      - uses: ${pinned('github/codeql-action/init')} # v3\n        with: { languages: javascript-typescript }\n      - uses: ${pinned('github/codeql-action/analyze')} # v3\n`,
};

const go: Files = {
  'main.go': 'package main\n\nfunc main() {}\n',
  'go.mod': 'module gitlab.com/example/product\n\ngo 1.22.3\n\nrequire example.org/a v1.2.3\n',
  'go.sum':
    'example.org/a v1.2.3 h1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nexample.org/a v1.2.3/go.mod h1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n',
  '.gitlab-ci.yml': `image: golang@sha256:${'a'.repeat(64)}\ninclude:\n  - template: Jobs/SAST.gitlab-ci.yml\ntest:\n  script: [go test ./...]\n  rules:\n    - if: $CI_PIPELINE_SOURCE == "merge_request_event"\n    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH\nvulnerabilities:\n  script: [go run golang.org/x/vuln/cmd/govulncheck@v1.1.3 ./...]\n`,
};

const rust: Files = {
  'src/main.rs': 'fn main() {}\n',
  'Cargo.toml': '[package]\nname = "product"\nversion = "1.0.0"\n\n[dependencies]\nlibc = "0.2"\n',
  'Cargo.lock': `version = 3\n\n[[package]]\nname = "libc"\nversion = "0.2.150"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\nchecksum = "${'b'.repeat(64)}"\n\n[[package]]\nname = "product"\nversion = "1.0.0"\ndependencies = ["libc"]\n`,
  'rust-toolchain.toml': '[toolchain]\nchannel = "1.79.0"\n',
  '.woodpecker.yml': `when:\n  - event: [push, pull_request]\nsteps:\n  test:\n    image: rust@sha256:${'c'.repeat(64)}\n    commands: [cargo test --locked]\n  audit:\n    image: rust@sha256:${'c'.repeat(64)}\n    commands: [cargo install cargo-audit, cargo audit]\n`,
};

const python: Files = {
  'product/__init__.py': 'ONE = 1\n',
  'pyproject.toml':
    '[project]\nname = "product"\nversion = "1.0.0"\ndependencies = ["requests>=2"]\n\n[tool.ruff.lint]\nselect = ["E", "S"]\n',
  Jenkinsfile:
    "pipeline {\n  agent any\n  stages {\n    stage('Test') { steps { sh 'pytest' } }\n    stage('Lint') { steps { sh 'ruff check .' } }\n    stage('Security') { steps { sh 'bandit -r product && pip-audit' } }\n  }\n}\n",
  'SECURITY.md':
    '# Security policy\n\nPlease report vulnerabilities in private to security@acme-widgets.org.\nWe answer within 3 working days.\n',
};

const c: Files = {
  'src/main.c': 'int main(void) { return 0; }\n',
  Makefile:
    'CFLAGS = -O2 -Wall -Wextra -Werror -fstack-protector-strong -D_FORTIFY_SOURCE=3 -fPIE\nLDFLAGS = -pie -Wl,-z,relro,-z,now\nall:\n\t$(CC) $(CFLAGS) $(LDFLAGS) src/main.c -o main\ntest: all\n\t./main\n',
  '.github/workflows/ci.yml':
    'on: [push, pull_request]\njobs:\n  build:\n    runs-on: [self-hosted]\n    steps:\n      - uses: actions/checkout@v4\n      - run: make test\n',
};

const cases: readonly (readonly [string, Files, Expected])[] = [
  [
    'npm on GitHub, with care',
    npm,
    {
      'workflow-actions-pinned': 'yes',
      'workflow-tokens-least-privilege': 'yes',
      'workflows-not-injectable': 'yes',
      'no-untrusted-checkout-with-secrets': 'yes',
      'sast-configured': 'yes',
      'sast-runs-on-changes': 'yes',
      'sca-configured': 'yes',
      'secret-scanning-configured': 'no',
      'dependency-updates-configured': 'yes',
      'toolchain-kept-current': 'yes',
      'tests-run-on-changes': 'yes',
      'builds-isolated': 'yes',
      'components-locked': 'yes',
      'component-integrity-verified': 'yes',
      'security-policy-present': 'no',
      'compiler-hardening-enabled': 'not-applicable',
      'default-branch-protected': 'unknown',
      'members-use-mfa': 'unknown',
    },
  ],
  [
    'Go on GitLab',
    go,
    {
      'sast-configured': 'yes',
      'sca-configured': 'yes',
      'tests-run-on-changes': 'yes',
      'components-locked': 'yes',
      'component-integrity-verified': 'yes',
      'dependency-updates-configured': 'no',
      'security-policy-present': 'no',
      'builds-isolated': 'unknown',
    },
  ],
  [
    'Rust on Woodpecker',
    rust,
    {
      'tests-run-on-changes': 'yes',
      'sca-configured': 'yes',
      'sast-configured': 'no',
      'components-locked': 'yes',
      'component-integrity-verified': 'yes',
      'build-tools-pinned': 'yes',
      'dependency-updates-configured': 'no',
    },
  ],
  [
    'Python with Jenkins',
    python,
    {
      'sast-configured': 'yes',
      'sca-configured': 'yes',
      'components-locked': 'no',
      'security-policy-present': 'yes',
      'reporting-channel-private': 'yes',
      'disclosure-policy-complete': 'no',
      // When Jenkins runs the file, only Jenkins knows.
      'secure-coding-rules-enforced': 'unknown',
      'tests-run-on-changes': 'unknown',
    },
  ],
  [
    'C on GitHub, with less care',
    c,
    {
      'workflow-actions-pinned': 'no',
      'workflow-tokens-least-privilege': 'no',
      // Whether their runners are made for one job cannot be seen from here.
      'builds-isolated': 'unknown',
      'tests-run-on-changes': 'yes',
      'sast-configured': 'no',
      'compiler-hardening-enabled': 'yes',
      'components-locked': 'not-applicable',
    },
  ],
  [
    'nothing but a README',
    { 'README.md': '# Hello\n' },
    { 'sast-configured': 'not-applicable', 'components-locked': 'not-applicable', 'security-policy-present': 'no' },
  ],
];

test.each(cases)('%s', async (_, files, expected) => {
  const { path } = repositories.build({ commits: [{ files }] });
  expect(outcomes(await assessment(path), expected)).toEqual(expected);
});

const edit = (files: Files, path: string, from: string, to: string): Files => {
  const text = files[path];
  if (typeof text !== 'string' || !text.includes(from)) throw new TypeError(`${path} has no ${from}`);
  return { ...files, [path]: text.replace(from, to) };
};
const ci = '.github/workflows/ci.yml';
const codeql = '.github/workflows/codeql.yml';

describe('one fact changed', () => {
  test.each<[string, Files, Files, string, Outcome, Outcome]>([
    [
      'a tag instead of a commit',
      npm,
      edit(npm, ci, pinned('actions/checkout'), 'actions/checkout@v4'),
      'workflow-actions-pinned',
      'yes',
      'no',
    ],
    [
      'no permissions',
      npm,
      edit(npm, ci, 'permissions: { contents: read }\n', ''),
      'workflow-tokens-least-privilege',
      'yes',
      'no',
    ],
    [
      'the title of an issue in a script',
      npm,
      edit(npm, ci, 'run: npm test', 'run: echo "${{ github.event.pull_request.title }}"'),
      'workflows-not-injectable',
      'yes',
      'no',
    ],
    [
      'the same in the environment',
      npm,
      edit(npm, ci, 'run: npm test', 'run: echo "$T"\n        env: { T: "${{ github.event.pull_request.title }}" }'),
      'workflows-not-injectable',
      'yes',
      'yes',
    ],
    [
      'analysis once a week only',
      npm,
      edit(
        npm,
        codeql,
        '  push: { branches: [main] }\n  pull_request: { branches: [main] }\n',
        '  schedule: [{ cron: "0 0 * * 0" }]\n',
      ),
      'sast-runs-on-changes',
      'yes',
      'no',
    ],
    [
      'analysis on another branch',
      npm,
      edit(
        edit(npm, codeql, 'push: { branches: [main] }', 'push: { branches: [old] }'),
        codeql,
        'pull_request: { branches: [main] }',
        'pull_request: { branches: [old] }',
      ),
      'sast-runs-on-changes',
      'yes',
      'no',
    ],
    [
      'analysis commented out',
      npm,
      edit(npm, codeql, '      - uses: github/codeql-action/analyze', '      #- uses: github/codeql-action/analyze'),
      'sast-configured',
      'yes',
      'no',
    ],
    [
      'a job that never runs',
      npm,
      edit(npm, codeql, '    runs-on: ubuntu-latest\n', '    runs-on: ubuntu-latest\n    if: false\n'),
      'sast-configured',
      'yes',
      'no',
    ],
    [
      'a file that is only called so',
      npm,
      {
        ...npm,
        [codeql]:
          'on: [push, pull_request]\npermissions: {}\njobs:\n  codeql:\n    name: CodeQL\n    runs-on: ubuntu-latest\n    steps: [{ run: echo CodeQL }]\n',
      },
      'sast-configured',
      'yes',
      'no',
    ],
    ['no audit', npm, edit(npm, ci, '      - run: npm audit --audit-level=high\n', ''), 'sca-configured', 'yes', 'no'],
    ['tests that do nothing', npm, edit(npm, ci, '      - run: npm test\n', ''), 'tests-run-on-changes', 'yes', 'no'],
    [
      'a runner of their own',
      npm,
      edit(npm, ci, 'runs-on: ubuntu-latest', 'runs-on: self-hosted'),
      'builds-isolated',
      'yes',
      'unknown',
    ],
    ['no lockfile', npm, { ...npm, 'package-lock.json': null }, 'components-locked', 'yes', 'no'],
    [
      'a lock that disagrees',
      npm,
      edit(npm, 'package.json', '"left-pad":"1.3.0"', '"left-pad":"1.4.0"'),
      'components-locked',
      'yes',
      'no',
    ],
    [
      'a lock without hashes',
      npm,
      edit(npm, 'package-lock.json', `,"integrity":"${integrity}"`, ''),
      'component-integrity-verified',
      'yes',
      'no',
    ],
    [
      'a bot that is not there',
      npm,
      { ...npm, '.github/dependabot.yml': null },
      'dependency-updates-configured',
      'yes',
      'no',
    ],
    [
      'a checkout of the other side with secrets',
      npm,
      edit(
        edit(npm, ci, '  pull_request:\n', '  pull_request_target:\n'),
        ci,
        '# v4\n',
        '# v4\n        with: { ref: "${{ github.event.pull_request.head.sha }}" }\n        env: { T: "${{ secrets.T }}" }\n',
      ),
      'no-untrusted-checkout-with-secrets',
      'yes',
      'no',
    ],
    [
      'an update of pull_request_target without it',
      npm,
      edit(npm, ci, '  pull_request:\n', '  pull_request_target:\n'),
      'no-untrusted-checkout-with-secrets',
      'yes',
      'yes',
    ],
    [
      'GitLab without its template',
      go,
      edit(go, '.gitlab-ci.yml', 'include:\n  - template: Jobs/SAST.gitlab-ci.yml\n', ''),
      'sast-configured',
      'yes',
      'no',
    ],
    [
      'GitLab with a template that cannot be seen',
      go,
      edit(go, '.gitlab-ci.yml', 'template: Jobs/SAST.gitlab-ci.yml', 'project: group/templates\n    file: sast.yml'),
      'sast-configured',
      'yes',
      'unknown',
    ],
    [
      'a floating toolchain',
      rust,
      edit(rust, 'rust-toolchain.toml', '1.79.0', 'stable'),
      'build-tools-pinned',
      'yes',
      'no',
    ],
    [
      'a policy without a private way',
      python,
      edit(python, 'SECURITY.md', 'in private to security@acme-widgets.org', 'in our public issue tracker'),
      'reporting-channel-private',
      'yes',
      'no',
    ],
    [
      'bandit and its rules in ruff left out',
      python,
      edit(edit(python, 'Jenkinsfile', 'bandit -r product && ', ''), 'pyproject.toml', '"E", "S"', '"E"'),
      'sast-configured',
      'yes',
      'no',
    ],
    [
      'no hardening',
      c,
      edit(c, 'Makefile', ' -fstack-protector-strong -D_FORTIFY_SOURCE=3 -fPIE', ''),
      'compiler-hardening-enabled',
      'yes',
      'no',
    ],
  ])('%s', async (...[, before, after, check, was, is]) => {
    const built = [before, after].map((files) =>
      repositories.build({
        commits: [{ files: Object.fromEntries(Object.entries(files).filter(([, file]) => file !== null)) }],
      }),
    );
    const found = await Promise.all(built.map(({ path }) => assessment(path)));
    expect(found.map((one) => outcomes(one, { [check]: was })[check])).toEqual([was, is]);
  });
});
