// SPDX-License-Identifier: Apache-2.0
import type { CodingRules } from '@plumbline/core/facts/coding-rules';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectorInput } from '../../testing/collector-input.ts';
import { codingRulesCollector } from './coding-rules-collector.ts';
import { ruleReaders } from './rule-readers.ts';

async function collect(files: { readonly [path: string]: string }): Promise<CodingRules> {
  const [item] = await codingRulesCollector.collect(collectorInput(files));
  if (item?.kind !== 'coding-rules') throw new Error('another kind');
  return item.state === 'found' ? item.fact : { ruleSets: [] };
}

async function rules(path: string, text: string): Promise<readonly string[]> {
  const { ruleSets } = await collect({ [path]: text });
  return ruleSets.map(({ tool, kind, at, through }) => `${tool} ${kind} ${at.line} ${through}`);
}

describe('rules', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'eslint.config.js',
      "// import security from 'eslint-plugin-security';\nexport default [js.configs.recommended];",
      ['eslint style 1 configuration'],
    ],
    [
      'eslint.config.mjs',
      "import security from 'eslint-plugin-security';\nexport default tseslint.config(tseslint.configs.strictTypeChecked);",
      ['eslint security 1 configuration', 'eslint strict 2 configuration'],
    ],
    [
      'eslint.config.js',
      "export default [{ rules: { '@typescript-eslint/strict-boolean-expressions': 'off' } }];",
      ['eslint style 1 configuration'],
    ],
    ['.eslintrc.json', '{\n"extends": ["plugin:security/recommended"]\n}', ['eslint security 2 configuration']],
    [
      '.eslintrc.yml',
      'extends:\n  # - plugin:security/recommended\n  - eslint:recommended\n',
      ['eslint style 1 configuration'],
    ],
    ['package.json', '{\n"eslintConfig": {"plugins": ["security"]}}', ['eslint security 2 configuration']],
    ['package.json', '{"name": "a"}', []],
    [
      'biome.json',
      '{"linter": {"rules": {"security": {"noGlobalEval": "error"}}}}',
      ['biome security 1 configuration'],
    ],
    ['biome.json', '{"linter": {"enabled": false}}', []],
    ['tsconfig.json', '{\n"compilerOptions": {\n// strictly\n"strict": true,\n}}', ['tsc strict 4 configuration']],
    ['tsconfig.json', '{"extends": "@tsconfig/strictest", "compilerOptions": {}}', ['tsc strict 1 configuration']],
    ['tsconfig.json', '{"compilerOptions": {"strict": false}}', []],
    ['mypy.ini', '[mypy]\nstrict = True\n', ['mypy strict 1 configuration']],
    [
      'setup.cfg',
      '[flake8]\nselect = E,F,\n  S,W\n\n[mypy]\npython_version = 3.9\n',
      ['mypy style 5 configuration', 'flake8 security 1 configuration'],
    ],
    [
      'pyproject.toml',
      '[tool.ruff.lint]\nselect = ["E", "S"]\n[tool.mypy]\nstrict = true\n[tool.bandit]\nskips = ["B101"]\n',
      ['mypy strict 3 configuration', 'ruff security 2 configuration', 'bandit security 5 configuration'],
    ],
    ['ruff.toml', 'lint.select = ["ALL"]\nlint.ignore = ["S"]\n', ['ruff style 1 configuration']],
    ['pyrightconfig.json', '{"typeCheckingMode": "strict"}', ['pyright strict 1 configuration']],
    ['.golangci.yml', 'linters:\n  enable:\n    # - gosec\n    - errcheck\n', ['golangci-lint style 1 configuration']],
    [
      '.golangci.yml',
      'version: "2"\nlinters:\n  default: none\n  enable:\n    - gosec\n',
      ['golangci-lint security 5 configuration'],
    ],
    ['.golangci.yml', 'linters:\n  enable-all: true\n  disable: [gosec]\n', ['golangci-lint style 1 configuration']],
    [
      'Cargo.toml',
      '[workspace.lints.rust]\nunsafe_code = "forbid"\n[lints.clippy]\nall = { level = "deny", priority = -1 }\npedantic = "warn"\n',
      ['clippy strict 4 build', 'clippy style 5 build', 'rustc security 2 build'],
    ],
    [
      'src/lib.rs',
      "//! Docs with #![deny(warnings)]\n#![forbid(\n    unsafe_code,\n)]\n#![warn(clippy::pedantic)]\n#![cfg_attr(not(test), deny(clippy::unwrap_used))]\npub fn a<'a>(x: &'a str) {}\n",
      ['rustc security 3 build', 'clippy style 5 build', 'clippy strict 6 build'],
    ],
    ['src/main.rs', '#![deny(missing_docs)]\nfn main() {}\n', ['rustc style 1 build']],
    [
      'pom.xml',
      '<project><build><plugins>\n<plugin><artifactId>spotbugs-maven-plugin</artifactId></plugin>\n<!-- <artifactId>maven-pmd-plugin</artifactId> -->\n<plugin><artifactId>maven-compiler-plugin</artifactId><configuration><compilerArgs><arg>-Werror</arg></compilerArgs></configuration></plugin></plugins></build></project>',
      ['spotbugs security 2 build', 'javac strict 4 build'],
    ],
    [
      'build.gradle.kts',
      'plugins {\n  id("net.ltgt.errorprone")\n  // id("com.github.spotbugs")\n}\nkotlin { compilerOptions { allWarningsAsErrors = true } }',
      ['errorprone strict 2 build', 'kotlinc strict 5 build'],
    ],
    [
      '.clang-tidy',
      "Checks: >\n  -*,\n  bugprone-*,\n  cert-*\nWarningsAsErrors: '*'\n",
      ['clang-tidy security 1 configuration'],
    ],
    [
      '.clang-tidy',
      "Checks: '-*,readability-*,-cert-*'\nWarningsAsErrors: '*'\n",
      ['clang-tidy style 1 configuration'],
    ],
    ['CMakeLists.txt', 'project(a)\nadd_compile_options(-Wall -Wextra)\n', ['cc style 2 build']],
    ['CMakeLists.txt', 'project(a)\nadd_compile_options(-Wall -Werror)\n', ['cc strict 2 build']],
    [
      'CMakeLists.txt',
      'option(PICKY "as errors" OFF)\nif(PICKY)\n  add_compile_options(-Werror)\nendif()\n',
      ['cc style 3 build'],
    ],
    ['CMakeLists.txt', 'set(CMAKE_C_FLAGS_DEBUG "-Werror")\n', []],
    ['configure.ac', 'AM_INIT_AUTOMAKE([1.12 -Wall -Werror])\n', []],
    ['configure.ac', 'CFLAGS="-O0 -Werror"\nAC_COMPILE_IFELSE([x])\n', []],
    ['ci/build.sh', 'export CFLAGS="-Wall -Werror"\n', ['cc strict 1 build']],
    ['.github/workflows/ci.yml', 'run: cargo clippy -- -D warnings\n', ['clippy strict 1 configuration']],
    ['.github/workflows/ci.yml', 'env:\n  RUSTFLAGS: -D warnings\n', ['rustc strict 2 build']],
    ['build.gradle.kts', 'kotlin {\n  explicitApi()\n}\n', ['kotlinc style 2 build']],
    ['tsconfig.json', '{"compilerOptions": {"strict": true, "strictNullChecks": false}}', []],
    ['packages/create/template-vue/tsconfig.json', '{"compilerOptions": {"strict": true}}', []],
    [
      'a.csproj',
      '<Project><PropertyGroup><Nullable>enable</Nullable></PropertyGroup></Project>',
      ['dotnet style 1 build'],
    ],
    ['Makefile', '# -Werror\nCFLAGS = -Wall\n', ['cc style 2 build']],
    ['meson.build', "project('a', 'c', default_options: ['warning_level=3', 'werror=true'])\n", ['cc strict 1 build']],
    [
      'Directory.Build.props',
      '<Project><PropertyGroup>\n<TreatWarningsAsErrors>true</TreatWarningsAsErrors>\n<AnalysisMode>All</AnalysisMode></PropertyGroup></Project>',
      ['dotnet strict 2 build', 'dotnet style 3 build'],
    ],
    [
      '.editorconfig',
      '[*.cs]\nindent_size = 4\ndotnet_diagnostic.CA2100.severity = error\n',
      ['dotnet security 3 build'],
    ],
    ['.editorconfig', 'root = true\n', []],
    ['phpstan.neon.dist', 'parameters:\n    level: max\n', ['phpstan strict 2 configuration']],
    ['psalm.xml', '<psalm errorLevel="4" runTaintAnalysis="true"></psalm>', ['psalm security 1 configuration']],
    ['.rubocop.yml', 'AllCops:\n  NewCops: enable\n', ['rubocop style 1 configuration']],
    ['config/brakeman.yml', '---\n', ['brakeman security 1 configuration']],
    ['.swiftlint.yml', 'opt_in_rules: []\n', ['swiftlint style 1 configuration']],
    ['.credo.exs', '%{}\n', ['credo style 1 configuration']],
    ['.shellcheckrc', 'enable=all\n', ['shellcheck style 1 configuration']],
    [
      '.pre-commit-config.yaml',
      'repos:\n  - repo: https://github.com/PyCQA/bandit\n    rev: 1.7.0\n    hooks:\n      - id: bandit\n  - repo: local\n    hooks:\n      - id: types\n        entry: uv run mypy --strict src\n      - id: eslint\n        stages: [manual]\n      - id: black\n',
      ['bandit security 5 pre-commit', 'mypy strict 8 pre-commit'],
    ],
    ['tests/fixtures/.eslintrc.json', '{"plugins": ["security"]}', []],
    ['node_modules/a/tsconfig.json', '{"compilerOptions": {"strict": true}}', []],
  ])('%s %j', async (path, text, expected) => {
    expect(await rules(path, text)).toEqual(expected);
  });
});

test('an option that a pipeline turns on is on', async () => {
  const { ruleSets } = await collect({
    'CMakeLists.txt': 'option(PICKY "as errors" OFF)\nif(PICKY)\n  add_compile_options(-Werror)\nendif()\n',
    '.github/workflows/ci.yml': 'run: cmake -B build -DPICKY=ON\n',
  });
  expect(ruleSets).toMatchObject([{ tool: 'cc', kind: 'strict', at: { line: 3 } }]);
});

async function kinds(files: { readonly [path: string]: string }): Promise<readonly string[]> {
  return (await collect(files)).ruleSets.map(({ kind }) => kind);
}

test('attributes of few of the crates are no rule of the product', async () => {
  const forbids = '#![forbid(unsafe_code)]\nmod a;\n';
  expect(await kinds({ 'a/src/lib.rs': forbids, 'b/src/lib.rs': '', 'c/src/main.rs': '' })).toEqual(['style']);
  expect(await kinds({ 'a/src/lib.rs': forbids, 'b/src/lib.rs': '' })).toEqual(['security']);
});

test('nothing of the kind is absent; what cannot be read is named', async () => {
  const [item] = await codingRulesCollector.collect(collectorInput({ 'README.md': '' }));
  expect(item).toMatchObject({ state: 'absent' });
  expect((await collect({ 'tsconfig.json': '{"compilerOptions": ' })).unread).toMatchObject([
    { path: 'tsconfig.json' },
  ]);
});

const paths = [
  'eslint.config.js',
  'package.json',
  'tsconfig.json',
  'biome.json',
  'pyproject.toml',
  'setup.cfg',
  '.golangci.yml',
  'Cargo.toml',
  'src/lib.rs',
  'pom.xml',
  'build.gradle',
  '.clang-tidy',
  'CMakeLists.txt',
  'Directory.Build.props',
  '.editorconfig',
  'phpstan.neon',
  'psalm.xml',
  '.rubocop.yml',
  '.pre-commit-config.yaml',
  '.flowconfig',
  'mix.exs',
  'Package.swift',
  'a.cabal',
  '.trunk/trunk.yaml',
  'analysis_options.yaml',
  'build.sbt',
  'lint.xml',
];

test('whatever files hold, the collector answers', async () => {
  const words = fc.constantFrom(
    '#![',
    'forbid(',
    'unsafe_code',
    ')]',
    '/*',
    '//',
    '"',
    "'",
    '\n',
    '\n  ',
    'Checks:',
    '- id: mypy',
    'repos:',
    '<a>',
    '</a>',
    '[mypy]',
    'strict = true',
    'linters:',
    '&a',
    '*a',
    '{',
    '}',
    '-Wall',
    '__proto__',
  );
  const text = fc.oneof(
    fc.string(),
    fc.jsonValue().map((value) => JSON.stringify(value)),
    fc.array(words).map((parts) => parts.join('')),
  );
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...paths), text), async (files) => {
      const [item] = await codingRulesCollector.collect(collectorInput(files));
      expect(item?.kind).toBe('coding-rules');
    }),
  );
});

test.each(Object.entries(ruleReaders))('%s: time grows with the text and no faster', (_, reader) => {
  const started = performance.now();
  for (const part of [
    'a',
    ' ',
    '\n',
    '\n ',
    '"',
    "'",
    '#![',
    '#![cfg_attr(',
    '/*',
    '<a ',
    '[',
    'a = ',
    '- a\n',
    '-W',
    ',',
    'strict',
    '[strict]\n',
    'checkstyle',
    '{:',
    '"security',
  ]) {
    for (const path of paths.slice(0, 12)) reader.read(part.repeat(5000), path);
  }
  expect(performance.now() - started).toBeLessThan(30_000);
});
