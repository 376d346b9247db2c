// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltRepository } from '@plumbline/adapters/testing/build-repository';
import { useRepositories } from '@plumbline/adapters/testing/use-repositories';
import { expect, test } from 'vitest';
import { plumbline } from './plumbline.ts';

// What must not leave a repository: tokens, wherever people leave them; and what must not reach a terminal or a page raw.
const repositories = useRepositories();
const outputs: readonly (readonly string[])[] = [
  ...['text', 'json', 'html', 'markdown', 'sarif', 'oscal', 'gemara'].map((format) => [
    'assess',
    '.',
    '--format',
    format,
  ]),
  ['assess', '.', '--verbose'],
  ['assess', '.', '--worktree', '--format', 'json'],
  ...['text', 'json', 'markdown', 'oscal'].map((format) => ['roadmap', '.', '--offline', '--format', format]),
  ['explain', 'PO.3.2'],
  ['explain', 'workflows-not-injectable'],
];

async function everything({ path }: BuiltRepository): Promise<ReadonlyMap<string, string>> {
  const runs = outputs.map(async (args) => {
    const { code, stdout, stderr } = await plumbline(args, { cwd: path });
    expect(code, `${args.join(' ')}\n${stderr}`).toBe(0);
    return [args.join(' '), stdout + stderr] as const;
  });
  const printed = new Map(await Promise.all(runs));
  const folder = join(repositories.folder(), 'patches');
  const { code, stdout, stderr } = await plumbline(['roadmap', path, '--offline', '--write-patches', folder]);
  expect(code, stderr).toBe(0);
  const patches = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  return printed.set('--write-patches', [stdout, stderr, ...patches].join('\n'));
}

const token = (kind: string): string => `ghp_${kind}${'x9'.repeat(14)}`;

test('tokens in the remote, in the environment of jobs, in scripts and in .npmrc appear nowhere', async () => {
  const repository = repositories.build({
    commits: [
      {
        author: `Ada <${token('address')}@example.org>`,
        files: {
          '.github/workflows/ci.yml': `on: [push, pull_request_target]\nenv:\n  TOKEN: ${token('env')}\njobs:\n  a:\n    runs-on: x\n    env: { KEY: "${token('job')}" }\n    steps:\n      - uses: actions/checkout@v4\n        with: { token: "${token('with')}" }\n      - run: |\n          curl -H "Authorization: ${token('script')}" https://u:${token('url')}@example.org/x.sh | sh\n          npm publish --//registry/:_authToken=${token('flag')} \${{ github.event.issue.title }}\n`,
          '.gitlab-ci.yml': `include:\n  - remote: https://u:${token('include')}@example.org/t.yml\n  - project: a/b\nvariables: { T: ${token('gitlab')} }\na: { image: "r/${'i'}:1", script: ["TOKEN=${token('inline')} make"] }\n`,
          Jenkinsfile: `pipeline { environment { T = '${token('jenkins')}' }\n stages { stage('a') { steps { sh 'curl ${token('groovy')}' } } } }\n`,
          '.npmrc': `//registry.example.org/:_authToken=${token('npmrc')}\n`,
          'package.json': `{"name":"a","dependencies":{"b":"git+https://u:${token('dependency')}@github.com/a/b.git","c":"1.0.0"}}`,
          'requirements.txt': `--extra-index-url https://u:${token('index')}@example.org/simple\na @ git+https://${token('pip')}@github.com/a/a\n`,
          Dockerfile: `FROM node:22\nENV T=${token('docker')}\nRUN curl https://u:${token('run')}@example.org | sh\n`,
          'go.mod': 'module example.org/x\n\ngo 1.22\n',
        },
      },
    ],
    config: `[remote "origin"]\n\turl = https://user:${token('remote')}@github.com/example/product.git\n[http]\n\textraheader = Authorization: ${token('header')}\n`,
  });
  for (const [what, text] of await everything(repository)) {
    // The lines of a diff are those of the files themselves.
    const own = what === '--write-patches' ? text.replaceAll(/^[-+ ].*$/gmu, '') : text;
    const found = [...own.matchAll(/ghp_([a-z]+)/gu)].map(([, kind]) => kind);
    expect([...new Set(found)], what).toEqual([]);
  }
});

test('control characters, bidi and markup of every field reach no output raw', async () => {
  const evil = '\u001B]0;pwned\u0007\u001B[2J\u202Egpj\u2066\u200B</script><script>alert(1)</script>';
  const quoted = JSON.stringify(evil);
  const repository = repositories.build({
    branch: `evil\u202Ebranch`,
    commits: [
      {
        message: evil,
        author: `${evil.replaceAll(/[<>\n]/gu, '')} <x@y.z>`,
        files: {
          '.github/workflows/ci.yml':
            `name: ${quoted}\non: push\njobs:\n  a:\n    name: ${quoted}\n    runs-on: ${quoted}\n    steps:\n      - uses: ${quoted}\n      - uses: a/b@${quoted.slice(1, -1)}\n        name: ${quoted}\n      - run: echo \${{ github.event.issue.title }} ${quoted.slice(1, 30)}\n`.replaceAll(
              '\u202E',
              '\\u202E',
            ),
          [`docs/${evil.replaceAll('/', '')}.md`]: `# ${evil}\n`,
          'SECURITY.md': `# Security ${evil}\n\nReport vulnerabilities to <https://example.org/${evil}> or a@acme.org${evil}\n`,
          CODEOWNERS: `* @a${evil.replaceAll(/\s/gu, '')}\n`,
          'package.json': `{"name":${quoted},"dependencies":{${quoted}:${quoted}}}`,
          'plumbline.yaml': `product: ${quoted}\nrecords: security/\ntailoring:\n  - { check: sast-configured, reason: ${quoted}, approvedBy: ${quoted} }\n`,
          'security/exceptions.yaml': `exceptions:\n  - id: ${quoted}\n    concerns: ${quoted}\n    reason: ${quoted}\n    requestedBy: ${quoted}\n    approvedBy: ${quoted}\n    approvedOn: 2026-01-01\n    expires: 2027-01-01\n`,
          'docs/threat-model.md': `# Threat model ${evil}\n\nThreat: ${evil} spoofing of the trust boundary.\n`,
        },
      },
    ],
    tags: [{ name: 'v1.0.0', message: evil }],
    config: `[remote "origin"]\n\turl = https://github.com/ex${'\u202E'}ample/pro\u200Bduct.git\n`,
  });
  for (const [what, text] of await everything(repository)) {
    const shown = what === '--write-patches' ? text.replaceAll(/^[-+ ].*$/gmu, '') : text;
    // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
    expect(shown, what).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\u202A-\u202E\u2066-\u2069]/u);
    expect(shown.match(/<script>alert/u) === null || !what.endsWith('html'), what).toBe(true);
  }
});
