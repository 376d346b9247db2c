// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { createRepositoryFiles } from './repository-files.ts';
import { toolsOfScript } from './tools-of-script.ts';

function found(script: string, files: { readonly [path: string]: string } = {}, directory = ''): readonly string[] {
  const repository = createRepositoryFiles(Object.keys(files).sort());
  for (const [path, text] of Object.entries(files)) repository.put(path, text);
  const uses = toolsOfScript(script, { files: repository, directory, variables: new Map() });
  return [...new Set(uses.map(({ way }) => `${way.id}:${way.purposes.join('+')}`))].sort();
}

const manifest = (scripts: object): { readonly [path: string]: string } => ({
  'package.json': JSON.stringify({ scripts }),
});

const props = (inside: string): string => `<Project><PropertyGroup>${inside}</PropertyGroup></Project>`;

const audited = (inside: string, sdk = '10.0.100'): boolean =>
  found('dotnet build', {
    'Directory.Build.props': props(inside),
    'global.json': JSON.stringify({ sdk: { version: sdk } }),
  }).includes('nuget-audit:sca');

describe('what a script runs through the repository', () => {
  it('NuGet audits where the tree names it, or lets its warnings fail the build', () => {
    expect(audited('<NuGetAuditMode>all</NuGetAuditMode>')).toBe(true);
    expect(audited('<TreatWarningsAsErrors>true</TreatWarningsAsErrors>')).toBe(true);
    expect(audited('<TreatWarningsAsErrors>true</TreatWarningsAsErrors>', '6.0.100')).toBe(false);
    expect(audited('<TreatWarningsAsErrors>true</TreatWarningsAsErrors><NuGetAudit>false</NuGetAudit>')).toBe(false);
    expect(audited('<!-- <NuGetAuditMode>all</NuGetAuditMode> --><Nullable>enable</Nullable>')).toBe(false);
  });

  it('follows make, with variables, needs, includes and other folders', () => {
    const files = {
      Makefile:
        'GO ?= go\ninclude mk/lint.mk\nall: build\ncheck: lint\n\t@$(GO) test ./... # x\n\t$(MAKE) -C sub scan\nbuild:\n\t$(GO) build\n',
      'mk/lint.mk': 'lint:\n\tgolangci-lint run\n',
      'sub/Makefile': 'scan: ; gosec ./...\n',
    };
    expect(found('make check', files)).toEqual(['go-test:test', 'golangci-lint:lint', 'gosec:sast', 'make:build']);
    expect(found('make', files)).toEqual(['go-build:build', 'make:build']);
    expect(found('make check', { Makefile: 'check:\n\t@echo nothing yet\n' })).toEqual([]);
    expect(found('make check', { Makefile: 'check:\n\t./run.py\n' })).toEqual(['make-test:test', 'make:build']);
  });

  it('follows package scripts', () => {
    expect(found('npm test', manifest({ pretest: 'npm run lint', test: 'c8 node --test', lint: 'eslint .' }))).toEqual([
      'eslint:lint',
      'npm-test:test',
    ]);
    expect(found('npm test', manifest({ test: 'echo "Error: no test specified" && exit 1' }))).toEqual([]);
    expect(found('npm test', manifest({ test: 'eslint .' }))).toEqual(['eslint:lint']);
    expect(found('npm run missing', manifest({}))).toEqual([]);
    expect(
      found('yarn unit && pnpm jest', manifest({ unit: 'run-s unit:*', 'unit:a': 'vitest run', 'unit:b': 'tsc' })),
    ).toEqual(['jest:test', 'tsc:type-check', 'vitest:test']);
    expect(found('npm --prefix web run scan', { 'web/package.json': '{"scripts":{"scan":"retire"}}' })).toEqual([
      'retire:sca',
    ]);
    expect(
      found('pnpm -r test', { 'packages/a/package.json': '{"scripts":{"test":"mocha"}}', 'package.json': '{}' }),
    ).toEqual(['mocha:test']);
  });

  it('follows tox, nox, just, task, composer, rake and pyproject scripts', () => {
    const tox =
      '[tox]\nenvlist = py3{11,12}, lint\n[testenv]\ncommands =\n  pytest {posargs:tests}\n[testenv:lint]\ncommands = bandit -r src\n  # semgrep ci\n';
    expect(found('tox -e py311', { 'tox.ini': tox })).toEqual(['pytest:test']);
    expect(found('tox -e lint', { 'tox.ini': tox })).toEqual(['bandit:sast']);
    expect(found('tox', { 'tox.ini': tox })).toEqual(['bandit:sast', 'pytest:test']);
    expect(found('tox run -e docs', {})).toEqual([]);
    expect(found('tox')).toEqual(['tox:test']);
    expect(
      found('nox -s audit', {
        'noxfile.py':
          '@nox.session(python="3.12")\ndef audit(session):\n    # session.run("bandit")\n    session.run(\n        "pip-audit", "-r", "x.txt")\n',
      }),
    ).toEqual(['pip-audit:sca']);
    expect(found('just ci', { justfile: 'ci: lint\n  cargo test\nlint:\n  cargo clippy\n' })).toEqual([
      'cargo-test:test',
      'clippy:lint',
    ]);
    expect(
      found('task scan', {
        'Taskfile.yml': 'tasks:\n  scan:\n    deps: [build]\n    cmds: [trivy fs .]\n  build: go build\n',
      }),
    ).toEqual(['go-build:build', 'trivy:sca', 'trivy:secret-scan']);
    expect(
      found('composer test', { 'composer.json': '{"scripts":{"test":["@unit","composer audit"],"unit":"phpunit"}}' }),
    ).toEqual(['composer-audit:sca', 'phpunit:test']);
    expect(
      found('bundle exec rake', { Rakefile: 'Rake::TestTask.new(:unit)\ntask default: %i[unit rubocop]\n' }),
    ).toEqual(['rspec:test', 'rubocop:lint']);
    expect(
      found('hatch run qa:check', {
        'pyproject.toml': '[tool.hatch.envs.qa.scripts]\ncheck = ["mypy src", "pytest"]\n',
      }),
    ).toEqual(['mypy:type-check', 'pytest:test']);
  });

  it('follows scripts of the repository, but not for ever', () => {
    const files = {
      'ci/a.sh': '#!/bin/sh\ncd "$(dirname "$0")/.."\n./ci/b.sh\n',
      'ci/b.sh': 'gosec ./...\n./ci/c.sh\n',
      'ci/c.sh': 'semgrep ci\n',
      'ci/loop.sh': './ci/loop.sh\nbandit -r .\n',
      build: '#!/usr/bin/env python\nimport bandit\n',
    };
    expect(found('bash ci/a.sh', files)).toEqual(['gosec:sast']);
    expect(found('./ci/loop.sh', files)).toEqual(['bandit:sast']);
    expect(found('./build', files)).toEqual([]);
  });

  it('knows the test programs of the repository by their path, unless they are seen to do something else', () => {
    expect(found('./runtest --verbose', { runtest: '#!/bin/sh\n$TCLSH tests/helper.tcl\n' })).toEqual([
      'own-tests:test',
    ]);
    expect(found('python3 tests/run_all.py', { 'tests/run_all.py': '' })).toEqual(['own-tests:test']);
    expect(found('node test.js', { 'test.js': '' })).toEqual(['own-tests:test']);
    expect(found('./scripts/test.sh', { 'scripts/test.sh': 'shellcheck *.sh\n' })).toEqual(['shellcheck:lint']);
    expect(
      found('./test/install-deps.sh && ./latest.sh', { 'test/install-deps.sh': 'apt x', 'latest.sh': 'x' }),
    ).toEqual([]);
    expect(found('./runtest', {})).toEqual([]);
  });

  it('knows what coverage measures as a program that it runs', () => {
    const files = { 'tests/runtests.py': 'print(1)\n', 'app.py': 'print(1)\n' };
    expect(found('coverage run --source=a tests/runtests.py', files)).toEqual(['own-tests:test']);
    expect(found('coverage run -m pytest', files)).toContain('pytest:test');
    expect(found('coverage run app.py', files)).toEqual([]);
    expect(found('coverage report -m', files)).toEqual([]);
  });

  it('knows functions, defaults of variables, default rules of make, and Cake', () => {
    expect(found('mkosi box -- python3 -m pytest -sv')).toEqual(['pytest:test']);
    expect(found('git log -- pytest')).toEqual([]);
    expect(found('bandit() {\n  echo x\n}\nbandit -r .\n')).toEqual([]);
    expect(found('MAKE="${MAKE:-make}"\n${MAKE} ${ARGS} check\n')).toEqual(['make-test:test', 'make:build']);
    expect(
      found('make gosec', {
        Makefile: 'default: all\n.DEFAULT:\n\tcd src && $(MAKE) $@\n',
        'src/Makefile': 'gosec:\n\tgosec ./...\n',
      }),
    ).toEqual(['gosec:sast', 'make:build']);
    expect(
      found('[string]$Script = "cake.cs"\n& dotnet $Script -- --x\n', { 'cake.cs': '// DotNetPack(\nDotNetTest(x);' }),
    ).toEqual(['dotnet-test:test']);
  });

  it('reads what pre-commit runs: security hooks as themselves, the rest as lint', () => {
    const config =
      'repos:\n- repo: https://github.com/x/gitleaks\n  rev: v1\n  hooks: [{ id: gitleaks }, { id: black }]\n- repo: local\n  hooks:\n  - { id: own, entry: bandit -r src }\n  - { id: late, entry: semgrep ci, stages: [manual] }\n';
    expect(found('pre-commit run --all-files', { '.pre-commit-config.yaml': config })).toEqual([
      'bandit:sast',
      'gitleaks:secret-scan',
      'pre-commit:lint',
    ]);
    expect(found('pre-commit run black', { '.pre-commit-config.yaml': config })).toEqual(['pre-commit:lint']);
  });

  it.each([
    ['golangci-lint run', { '.golangci.yml': 'linters:\n  enable: [gosec]\n' }, 'gosec:sast'],
    ['golangci-lint run', { '.golangci.toml': 'version = "2"\n[linters]\ndefault = "all"\n' }, 'gosec:sast'],
    ['golangci-lint run -E gosec', {}, 'gosec:sast'],
    ['ruff check', { 'pyproject.toml': '[tool.ruff.lint]\nselect = ["E", "S"]\n' }, 'flake8-bandit:sast'],
    ['eslint .', { 'eslint.config.js': "import security from 'eslint-plugin-security';\n" }, 'eslint-security:sast'],
    ['vendor/bin/psalm', { 'psalm.xml': '<psalm runTaintAnalysis="true">' }, 'psalm-taint:sast'],
    ['clang-tidy a.c', { '.clang-tidy': "Checks: '-*,clang-analyzer-*'\n" }, 'clang-analyzer:sast'],
    [
      'mvn verify',
      { 'pom.xml': '<plugin><artifactId>dependency-check-maven</artifactId><goal>check</goal></plugin>' },
      'owasp-dependency-check:sca',
    ],
    ['goreleaser release', { '.goreleaser.yml': 'sboms: [{ artifacts: archive }]\n' }, 'goreleaser:sbom'],
  ])('%s with its configuration is more', (command, files, tool) => {
    expect(found(command, files)).toContain(tool);
  });

  it.each([
    ['golangci-lint run', { '.golangci.yml': 'linters:\n  enable: [errcheck]\n  disable: [gosec]\n' }],
    ['ruff check', { 'pyproject.toml': '[tool.ruff.lint]\nselect = ["E", "S101"]\n' }],
    [
      'eslint .',
      {
        'eslint.config.js': "// import security from 'eslint-plugin-security';\n",
        'package.json': '{"devDependencies":{"eslint-plugin-security":"1"}}',
      },
    ],
    ['clang-tidy a.c', { '.clang-tidy': "Checks: '-*,readability-*'\n" }],
    [
      'mvn verify',
      {
        'pom.xml':
          '<profiles><plugin><artifactId>dependency-check-maven</artifactId><goal>check</goal></plugin></profiles>',
      },
    ],
    ['go vet ./...', {}],
    ['cargo clippy', {}],
  ])('%s alone is no analysis', (command, files) => {
    expect(found(command, files).filter((entry) => /sast|sca/.test(entry))).toEqual([]);
  });
});
