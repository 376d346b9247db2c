// SPDX-License-Identifier: Apache-2.0
import type { ProjectDocuments } from '@plumbline/core/facts/project-documents';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectorInput } from '../../testing/collector-input.ts';
import { memorySnapshot } from '../../testing/memory-snapshot.ts';
import { projectDocumentsCollector } from './project-documents-collector.ts';

async function collect(files: { readonly [path: string]: string }): Promise<ProjectDocuments> {
  const uri = 'https://github.com/lantern/lantern.git';
  const [item] = await projectDocumentsCollector.collect(
    collectorInput(files, { repository: memorySnapshot(files, { uri }) }),
  );
  return item?.kind === 'project-documents' && item.state === 'found'
    ? item.fact
    : { codingStandards: [], verificationGuides: [], elsewhere: [] };
}

describe('coding standards', () => {
  test.each<readonly [string, string, string, number | null]>([
    [
      'a rule on safety in a style document',
      'docs/CODE_STYLE.md',
      '# Style\n\nIndent by two.\n\nNever use `strcpy`; check every length.\n',
      5,
    ],
    [
      'a section of CONTRIBUTING',
      'CONTRIBUTING.md',
      '# Contributing\n\n## Coding guidelines\n\n- Names are short.\n- Validate all input from users before it is used.\n',
      6,
    ],
    ['a published standard that is adopted', 'README.md', '# Lantern\n\nThe firmware follows MISRA C:2012.\n', 3],
    [
      'secure coding rules',
      'docs/secure-coding.rst',
      'Secure coding\n=============\n\nSecrets must not be logged.\n',
      4,
    ],
    [
      'style alone',
      'CODE_STYLE.md',
      '# Style\n\nOurs.\n\nAlways indent by two spaces. Names of functions should be verbs.\n',
      5,
    ],
    [
      'a foreign style by name',
      'CONTRIBUTING.md',
      '# C\n\nLantern generally follows BSD KNF for formatting code.\n',
      3,
    ],
    ['a named style', '.github/CONTRIBUTING.md', '# C\n\n- Write tests.\n- Follow PEP 8.\n', 4],
    ['a named style of this code', 'README.md', '# C\n\nOur code style is that of the Google Java style.\n', null],
    ['a style that this code follows', 'README.md', '# C\n\nThe code follows the Google Java Style Guide.\n', 3],
    [
      'a style that a product checks',
      'docs/rules.md',
      '# Rules\n\nE501 should be used by those who follow PEP 8.\n',
      null,
    ],
    [
      'how documents are written',
      'docs/Style-Guide.md',
      '# Style guide\n\nHeadings should use names. Sentences in documentation should be short.\n',
      null,
    ],
    [
      'a security policy',
      'SECURITY.md',
      '# Security policy\n\n## Coding style\n\nYou must report vulnerabilities.\n',
      null,
    ],
    [
      'a linter that is mentioned',
      'CONTRIBUTING.md',
      '# C\n\n## Code style\n\nRun the formatter before you push.\n',
      null,
    ],
    ['a standard that is only linked', 'README.md', '# C\n\nSee also: MISRA.\n', null],
    ['a vendored document', 'vendor/x/CODING_STYLE.md', 'Never use `strcpy`.\n', null],
  ])('%s', async (_, path, text, line) => {
    const { codingStandards } = await collect({ [path]: text });
    expect(codingStandards).toEqual(line === null ? [] : [{ path, line }]);
  });
});

const fenced = (command: string): string =>
  `# Lantern\n\n## Verifying releases\n\nDownload the release and run:\n\n\`\`\`sh\n${command}\n\`\`\`\n`;

describe('verification guides', () => {
  test.each<readonly [string, readonly string[]]>([
    ['gpg --verify lantern-1.0.tar.gz.asc', ['signature']],
    ['sha256sum -c --ignore-missing SHA256SUMS', ['checksum']],
    ['sha256sum --check SHA256SUMS', ['checksum']],
    ['cosign verify-blob --bundle a.json lantern.tar.gz', ['signature']],
    ['cosign verify-attestation ghcr.io/lantern/lantern', ['provenance']],
    ['slsa-verifier verify-artifact lantern --source-uri github.com/lantern/lantern', ['provenance']],
    ['gh attestation verify lantern -R lantern/lantern', ['provenance']],
    ['minisign -Vm lantern.tar.gz -P key', ['signature']],
    ['plumbline verify lantern.tgz --trust trust-policy.yaml', ['provenance', 'signature']],
    ['signify -V -p lantern.pub -x SHA256.sig', ['signature']],
    ['git verify-tag v1.0', ['signature']],
    ['Get-FileHash lantern.zip', ['checksum']],
  ])('%s', async (command, verifies) => {
    expect((await collect({ 'README.md': fenced(command) })).verificationGuides).toEqual([
      { at: { path: 'README.md', line: 8 }, verifies },
    ]);
  });
  test('in words, under a heading that says so', async () => {
    const text =
      '# Install\n\n## Verify the download\n\nTo verify the archive compare its SHA-256 with the one on the release page, and check its signature.\n';
    expect((await collect({ 'docs/install.md': text })).verificationGuides).toEqual([
      { at: { path: 'docs/install.md', line: 5 }, verifies: ['checksum', 'signature'] },
    ]);
  });
  test.each<readonly [string, string, string]>([
    ['a checklist of the makers', 'RELEASE.md', fenced('gpg --verify x')],
    [
      'a feature for files of users',
      'docs/usage/sign.md',
      '# Sign\n\nRun `cosign verify yourimage` on your own image.\n',
    ],
    ['a command without a release', 'docs/dev.md', '# Tools\n\nRun `sha256sum -c sums` in CI.\n'],
    ['an example', 'examples/README.md', fenced('gpg --verify x')],
  ])('not %s', async (_, path, text) => {
    expect((await collect({ [path]: text })).verificationGuides).toEqual([]);
  });
});

test('what the project keeps elsewhere; the styles of others and this tree are not that', async () => {
  const text = `# Lantern

See the [contributing guide](https://lantern.example.org/contributing/).
Our [coding standards](https://lantern.example.org/coding-standards) and [governance](https://github.com/lantern/community/blob/main/GOVERNANCE.md).
We read the [Google style guide](https://google.github.io/styleguide/) and [ours](https://github.com/lantern/lantern/blob/main/CODE_STYLE.md).
[Verifying release signatures](https://docs.lantern.example.org/verifying-releases), [threat model](https://lantern.example.org/threat-model).
`;
  expect((await collect({ 'CONTRIBUTING.md': text })).elsewhere.map(({ topic, at }) => [topic, at.line])).toEqual([
    ['contributing', 3],
    ['coding-standard', 4],
    ['governance', 4],
    ['verification', 6],
    ['threat-model', 6],
  ]);
});

test('a page whose source is in the tree is not elsewhere', async () => {
  const readme = '# L\n\nSee the [contributing guide](https://lantern.example.org/en/contributing.html).\n';
  const guide = '# Contributing\n\nWrite tests.\n';
  expect((await collect({ 'README.md': readme, 'docs/contributing.rst': guide })).elsewhere).toEqual([]);
  expect((await collect({ 'README.md': readme, 'docs/contributing.md': readme })).elsewhere).toHaveLength(2);
});

test('never throws, and stays quick', async () => {
  const bits = fc.array(
    fc.constantFrom(
      '# Verify ',
      'gpg --verify ',
      '\n',
      'must ',
      'unsafe ',
      'https://lantern/',
      '[a](',
      '```\n',
      'MISRA ',
      ' ',
    ),
    { maxLength: 60 },
  );
  await fc.assert(
    fc.asyncProperty(bits, async (words) => {
      expect(
        Array.isArray((await collect({ 'README.md': words.join(''), 'CODING_STYLE.md': words.join('') })).elsewhere),
      ).toBe(true);
    }),
  );
  const started = performance.now();
  for (const bit of ['verify the ', 'gpg --', 'sha256sum -', 'our own ', 'openssl dgst '])
    await collect({ 'README.md': `# Verify release\n\n${bit.repeat(20_000)}` });
  expect(performance.now() - started).toBeLessThan(30_000);
}, 30_000);
