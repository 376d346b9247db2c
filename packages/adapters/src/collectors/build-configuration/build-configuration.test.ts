// SPDX-License-Identifier: Apache-2.0
import type { BuildConfiguration } from '@plumbline/core/facts/build-configuration';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectorInput } from '../../testing/collector-input.ts';
import { buildConfigurationCollector } from './build-configuration-collector.ts';
import { toolchainReaders } from './toolchains/toolchain-readers.ts';

const digest = `sha256:${'a'.repeat(64)}`;

async function collect(files: { readonly [path: string]: string }): Promise<BuildConfiguration> {
  const [item] = await buildConfigurationCollector.collect(collectorInput(files));
  if (item?.kind !== 'build-configuration' || item.state !== 'found') throw new Error('nothing was found');
  return item.fact;
}

async function pins(path: string, text: string): Promise<readonly string[]> {
  const { toolchains } = await collect({ [path]: text, 'src/a.c': '' });
  return toolchains.map(({ tool, version, pin, at }) => `${tool} ${version} ${pin} ${at.line}`);
}

async function flags(path: string, text: string): Promise<readonly string[]> {
  const { hardening } = await collect({ [path]: text, 'src/a.c': '' });
  return hardening.map(({ feature, flag, at }) => `${feature} ${flag} ${at.line}`);
}

describe('toolchains', () => {
  test.each<[string, string, readonly string[]]>([
    ['rust-toolchain.toml', '[toolchain]\nchannel = "1.80.1"\n', ['rust 1.80.1 exact 2']],
    ['rust-toolchain', 'nightly-2024-05-01\n', ['rust nightly-2024-05-01 exact 1']],
    ['rust-toolchain', 'stable\n', ['rust stable floating 1']],
    ['.nvmrc', 'v20.11.1\n', ['node v20.11.1 exact 1']],
    ['.node-version', 'lts/*\n', ['node lts/* floating 1']],
    ['.python-version', '# why\n3.12\n3.11.9\n', ['python 3.12 floating 2', 'python 3.11.9 exact 3']],
    ['.ruby-version', 'ruby-3.3.0\n', ['ruby ruby-3.3.0 exact 1']],
    ['.bazelversion', '7.4.1\n', ['bazel 7.4.1 exact 1']],
    ['.tool-versions', 'nodejs 20.11.1\nerlang 26 # x\n', ['node 20.11.1 exact 1', 'erlang 26 floating 2']],
    ['mise.toml', '[tools]\nnode = "20"\ngo = { version = "1.22.3" }\n', ['node 20 floating 2', 'go 1.22.3 exact 3']],
    [
      '.github/workflows/ci.yml',
      'env:\n  GO: stable\njobs:\n  a:\n    steps:\n      - uses: actions/setup-go@v6\n        with:\n          go-version: ${{ env.GO }}\n',
      ['go stable floating 8'],
    ],
    [
      '.github/workflows/ci.yml',
      'jobs:\n  a:\n    steps:\n      - uses: actions/setup-node@v4\n        with:\n          node-version: 24.1.0\n      - uses: actions/setup-python@v5\n        with:\n          python-version: ${{ matrix.python }}\n      - uses: actions/setup-go@v6\n        with:\n          go-version-file: go.mod\n',
      ['node 24.1.0 exact 6'],
    ],
    [
      '.github/workflows/ci.yml',
      'jobs:\n  a:\n    steps:\n      - uses: dtolnay/rust-toolchain@stable\n      - run: go install example.org/x/tool@latest\n      - uses: actions/setup-go@v6\n        with:\n          go-version: ${{ steps.a.outputs.go }}\n',
      ['rust stable floating 4', 'tool latest floating 5', 'go ${{ steps.a.outputs.go }} unknown 8'],
    ],
    ['.sdkmanrc', 'java=21.0.2-tem\n', ['java 21.0.2-tem exact 1']],
    ['go.mod', 'module a\n\ngo 1.22\n\ntoolchain go1.22.3\n', ['go 1.22 floating 3', 'go 1.22.3 exact 5']],
    ['global.json', '{"sdk": {"version": "8.0.100"}}', ['dotnet-sdk 8.0.100 exact 1']],
    ['global.json', '{"sdk": {"version": "8.0.100", "rollForward": "latestMinor"}}', ['dotnet-sdk 8.0.100 floating 1']],
    [
      'package.json',
      '{\n"packageManager": "pnpm@9.1.0+sha512.abc",\n"engines": {\n"node": ">=20"\n}}',
      ['pnpm 9.1.0+sha512.abc exact 2', 'node >=20 floating 4'],
    ],
    [
      'gradle/wrapper/gradle-wrapper.properties',
      `distributionUrl=https\\://services.gradle.org/distributions/gradle-8.10-bin.zip\ndistributionSha256Sum=${'b'.repeat(64)}\n`,
      [`gradle 8.10 sha256:${'b'.repeat(64)} exact 1`],
    ],
    [
      '.mvn/wrapper/maven-wrapper.properties',
      'distributionUrl=https://repo.example/apache-maven/3.9.9/apache-maven-3.9.9-bin.zip\n',
      ['maven 3.9.9 exact 1'],
    ],
    [
      'Dockerfile',
      `FROM golang:1.22.3 AS b\nFROM node:20@${digest}\nFROM alpine:3\n`,
      ['image golang 1.22.3 floating 1', `image node 20@${digest} exact 2`],
    ],
    [
      '.devcontainer/devcontainer.json',
      '{ // a comment\n "image": "mcr.microsoft.com/devcontainers/go:1", }',
      ['image mcr.microsoft.com/devcontainers/go 1 floating 2'],
    ],
    [
      'flake.lock',
      '{"nodes": {"nixpkgs": {"locked": {"narHash": "sha256-x", "rev": "abc"}}}}',
      ['nix:nixpkgs abc exact 1'],
    ],
    ['Pipfile', '[requires]\npython_version = "3.12"\n', ['python 3.12 floating 2']],
    // what Composer resolves for is not what runs the build
    ['composer.json', '{"config": {"platform": {"php": "8.2.0"}}}', []],
  ])('%s %j', async (path, text, expected) => {
    expect(await pins(path, text)).toEqual(expected);
  });
});

describe('hardening flags', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'CMakeLists.txt',
      '# -fPIE\nadd_compile_options(-fstack-protector-strong -D_FORTIFY_SOURCE=3)\nset(CMAKE_POSITION_INDEPENDENT_CODE ON)\n',
      [
        'stack-protector -fstack-protector-strong 2',
        'fortify _FORTIFY_SOURCE=3 2',
        'pie CMAKE_POSITION_INDEPENDENT_CODE ON 3',
      ],
    ],
    [
      'CMakeLists.txt',
      'add_compile_options(-fno-stack-protector -no-pie -U_FORTIFY_SOURCE -Wno-format-security -fcf-protection=none)\n',
      [],
    ],
    [
      'CMakeLists.txt',
      'set(CMAKE_REQUIRED_FLAGS "-Werror")\nadd_compile_options(-Werror=format-security)',
      ['format-security -Werror=format-security 2'],
    ],
    [
      'meson.build',
      "project('a', 'c', default_options: ['b_pie=true', 'werror=true'])\nld = ['-Wl,-z,relro', '-Wl,-z,now', '-Wl,-z,noexecstack'] # -fPIE",
      ['pie b_pie=true 1', 'warnings-as-errors werror=true 1', 'relro -z,relro 2', 'noexec-stack -z,noexecstack 2'],
    ],
    [
      'configure.ac',
      'AC_INIT\ndnl -fPIE\nCFLAGS="$CFLAGS -fstack-clash-protection -fcf-protection=full"\n',
      ['stack-protector -fstack-clash-protection 3', 'control-flow -fcf-protection=full 3'],
    ],
    [
      'Makefile',
      'LDFLAGS += -pie -z now\nCXXFLAGS += -D_GLIBCXX_ASSERTIONS -ftrapv\n',
      ['pie -pie 1', 'relro -z now 1', 'bounds-checks _GLIBCXX_ASSERTIONS 2', 'overflow-checks -ftrapv 2'],
    ],
    ['Cargo.toml', '[profile.release]\noverflow-checks = true\n', ['overflow-checks overflow-checks = true 2']],
    [
      'win/a.vcxproj',
      '<Project>\n<!-- <SDLCheck>true</SDLCheck> -->\n<ControlFlowGuard>Guard</ControlFlowGuard>\n<RandomizedBaseAddress>true</RandomizedBaseAddress></Project>',
      ['control-flow <ControlFlowGuard>Guard 3', 'pie <RandomizedBaseAddress>true 4'],
    ],
    [
      '.bazelrc',
      'build:windows --copt=/guard:cf --linkopt=/DYNAMICBASE --linkopt=/NXCOMPAT:NO\n',
      ['pie /DYNAMICBASE 1', 'control-flow /guard:cf 1'],
    ],
    [
      'debian/rules',
      'export DEB_BUILD_MAINT_OPTIONS = hardening=+all\n',
      [
        'stack-protector hardening=+all 1',
        'fortify hardening=+all 1',
        'pie hardening=+all 1',
        'relro hardening=+all 1',
        'format-security hardening=+all 1',
      ],
    ],
    [
      '.github/workflows/ci.yml',
      'jobs:\n  a:\n    # -fsanitize=thread\n    env: { CFLAGS: "-fsanitize=address,undefined" }\n',
      ['sanitizers-in-ci -fsanitize=address,undefined 4'],
    ],
    ['configure', '#!/bin/sh\n# Generated by GNU Autoconf 2.71\nCFLAGS="-fPIE"\n', []],
    ['configure', '#!/bin/sh\nenable pie && add_cflags -fPIE\n', ['pie -fPIE 2']],
    ['third_party/zlib/CMakeLists.txt', 'add_compile_options(-fPIE)', []],
    ['tests/CMakeLists.txt', 'add_compile_options(-fPIE)', []],
  ])('%s %j', async (path, text, expected) => {
    expect(await flags(path, text)).toEqual(expected);
  });
});

test('compiled languages are those of the product; headers, tests, tools and copies are not', async () => {
  const files = [
    'src/a.c',
    'src/b.cpp',
    'include/a.h',
    'asm/x.S',
    'tests/t.f90',
    'third_party/z.m',
    'tools/gen.mm',
    'lib.rs',
    'main.go',
  ];
  const fact = await collect(Object.fromEntries(files.map((path) => [path, ''])));
  expect(fact.compiled).toEqual(['Assembly', 'C', 'C++']);
  const [headers] = await buildConfigurationCollector.collect(collectorInput({ 'include/a.h': '', 'src/main.rs': '' }));
  expect(headers).toMatchObject({ state: 'absent' });
});

test('a build file that cannot be read is named', async () => {
  const fact = await collect({ 'CMakeLists.txt': 'x'.repeat(2_000_000) });
  expect(fact.unread).toMatchObject([{ path: 'CMakeLists.txt' }]);
});

const paths = [
  'CMakeLists.txt',
  'meson.build',
  'configure.ac',
  'Makefile',
  'a.vcxproj',
  '.bazelrc',
  'Package.swift',
  'premake5.lua',
  '.github/workflows/a.yml',
  'go.mod',
  'package.json',
  'global.json',
  'mise.toml',
  'Dockerfile',
  'flake.lock',
  '.tool-versions',
  'Cargo.toml',
];

test('whatever files hold, the collector answers', async () => {
  const words = fc.constantFrom(
    '-f',
    '-Wl,-z,',
    'relro',
    '#',
    '/*',
    '*/',
    '<!--',
    '"',
    "'",
    '\n',
    'FROM ',
    '${A:-',
    '}',
    '{',
    '[tools]',
    '_FORTIFY_SOURCE',
    '=',
    '2',
    'go ',
    '\\\n',
    'dnl ',
  );
  const text = fc.oneof(
    fc.string(),
    fc.jsonValue().map((value) => JSON.stringify(value)),
    fc.array(words).map((parts) => parts.join('')),
  );
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...paths), text), async (files) => {
      const items = await buildConfigurationCollector.collect(collectorInput(files));
      expect(items).toHaveLength(1);
    }),
  );
});

test('time grows with the text and no faster', async () => {
  const parts = [
    'a',
    ' ',
    '"',
    '-',
    '-z ',
    '<',
    '/*',
    '#[[',
    '-fsanitize=',
    '_FORTIFY_SOURCE ',
    '${',
    'FROM a\n',
    '\\\n',
    '--[[',
    'POSITION_INDEPENDENT_CODE ',
    '\n ',
  ];
  const started = performance.now();
  for (const part of parts)
    await collect(Object.fromEntries([...paths, 'a.c'].map((path) => [path, part.repeat(20_000)])));
  for (const reader of Object.values(toolchainReaders))
    for (const part of parts) reader.read(part.repeat(20_000), '.nvmrc');
  expect(performance.now() - started).toBeLessThan(30_000);
});
