// SPDX-License-Identifier: Apache-2.0
import { allCollectors } from '@plumbline/adapters/generated/collectors';
import { collectorInput } from '@plumbline/adapters/testing/collector-input';
import { useRepositories } from '@plumbline/adapters/testing/use-repositories';
import { expect, test } from 'vitest';
import { plumbline } from '../scenarios/plumbline.ts';

// Text that makes a careless expression or parser take time that grows with its square, in every file that is read.
const repositories = useRepositories();

const names: readonly string[] = `.github/workflows/ci.yml .github/dependabot.yml .gitlab-ci.yml Jenkinsfile
Makefile CMakeLists.txt configure.ac meson.build README.md SECURITY.md CONTRIBUTING.md
CODEOWNERS MAINTAINERS OWNERS GOVERNANCE.md package.json package-lock.json yarn.lock pnpm-lock.yaml bun.lock Cargo.toml
Cargo.lock go.mod go.sum pyproject.toml poetry.lock uv.lock requirements.txt Pipfile setup.py setup.cfg tox.ini pom.xml
build.gradle build.gradle.kts gradle.lockfile gradle/libs.versions.toml Gemfile Gemfile.lock composer.json composer.lock
app.csproj packages.lock.json Dockerfile .eslintrc.json eslint.config.js
tsconfig.json ruff.toml docs/threat-model.md docs/adr/0001-x.md .well-known/security.txt
plumbline.yaml security/roles.yaml renovate.json flake.nix rust-toolchain.toml .tool-versions
scripts/build.sh mix.lock pubspec.lock threatmodel.yaml threat-model.json src/main.c`.split(/\s+/u);

/** Each `size` characters, near enough. */
const patterns: { readonly [name: string]: (size: number) => string } = {
  'one long word': (size) => `${'a'.repeat(size)}!`,
  spaces: (size) => `x${' '.repeat(size)}x`,
  tabs: (size) => `x${'\t'.repeat(size)}x`,
  newlines: (size) => '\n'.repeat(size),
  carriage: (size) => '\r'.repeat(size),
  ...Object.fromEntries(
    [
      '[',
      '(',
      '{',
      '`',
      '#',
      '-',
      '_',
      '*',
      '<',
      '"',
      "'",
      '\\',
      '@',
      '/',
      '.',
      '%',
      '!',
      '[[',
      '$(',
      '${',
      '${{ ',
    ].map((mark) => [mark, (size: number): string => mark.repeat(size / mark.length)]),
  ),
  ...Object.fromEntries(
    [
      'a,',
      'a:',
      'a=',
      'a;',
      'a|',
      'a && ',
      'a@a.',
      '<!-- ',
      '[a](',
      'http://',
      '<<EOF ',
      "stage('a') {\n",
      'if (',
      '/*',
      'a \\\n',
      '# a\n',
      '- a: b\n  ',
      '[[a]]\n',
      'a==1;',
      '> ',
      '* ',
      '- ',
      '"""',
      "'''",
      'a b\n',
      'def a = "${',
      'RUN \\\n',
      '\u0301',
    ].map((text) => [text, (size: number): string => text.repeat(size / text.length)]),
  ),
  keys: (size) => Array.from({ length: size / 10 }, (_, index) => `k${index}: 1\n`).join(''),
  'keys of JSON': (size) => `{${Array.from({ length: size / 10 }, (_, index) => `"k${index}":1`).join(',')}}`,
  tables: (size) => Array.from({ length: size / 10 }, (_, index) => `[t${index}]\na=1\n`).join(''),
  aliases: (size) => `a:\n- &a x\n${'- *a\n'.repeat(size / 5)}`,
};

const small = 12_000;

/** Time of the processor, not of the clock: other work on the machine does not count. */
async function collectedMs(text: string): Promise<number> {
  const started = process.cpuUsage();
  const input = collectorInput(Object.fromEntries(names.map((name) => [name, text])));
  for (const collector of allCollectors.filter(({ needs }) => needs.includes('tree'))) await collector.collect(input);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

test.each(Object.keys(patterns))('%j takes every collector linear time', async (name) => {
  const text = patterns[name] ?? ((): string => '');
  const once = await collectedMs(text(small));
  // What grows with the square takes sixteen times as long; the floor is for noise. Only what seems slow is run again.
  const bound = Math.max(3_000, 9 * once);
  let four = await collectedMs(text(4 * small));
  if (four > bound) four = await collectedMs(text(4 * small));
  expect(four).toBeLessThan(bound);
});

const line = (mark: string): string => `${mark.repeat(1_000_000 / mark.length)}!`;

test('1 MB on a single line, through the command', async () => {
  const files = {
    Makefile: line('a'),
    Jenkinsfile: line("sh 'a' "),
    'README.md': line('[a]('),
    'SECURITY.md': line('a@b.c '),
    '.github/workflows/ci.yml': `on: push\njobs: {a: {steps: [{run: "${line('${{ a }} ')}"}]}}\n`,
    'package-lock.json': line('{"a":'),
    CODEOWNERS: line('**/'),
  };
  const { path } = repositories.build({ commits: [{ files }] });
  const { code } = await plumbline(['assess', path, '--format', 'json'], { timeoutMs: 50_000 });
  expect(code).toBe(0);
});
