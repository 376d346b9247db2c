// SPDX-License-Identifier: Apache-2.0
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { billGenerators } from './bill-generators.ts';
import { isGeneratorSettings } from './generator-settings.ts';

const setting = (paths: readonly string[], kind: 'source' | 'artifact' = 'source') => ({
  target: '/t',
  kind,
  paths,
  offline: true,
  folder: '/f',
});

test('every description is in the list', () => {
  const files = readdirSync(import.meta.dirname).flatMap(
    (name) => /^(?!run-)(.+)-generator\.ts$/u.exec(name)?.[1] ?? [],
  );
  expect(billGenerators.map(({ id }) => id).sort()).toEqual(files.sort());
});

test.each([
  ['cyclonedx-npm', ['package-lock.json', 'a/npm-shrinkwrap.json', 'a/package-lock.json', 'b/yarn.lock'], ['.', 'a']],
  ['cyclonedx-py', ['poetry.lock', 'a/requirements.txt', 'b/Pipfile.lock'], ['.', 'b', 'a/requirements.txt']],
  ['cyclonedx-gomod', ['go.sum', 'x/go.mod'], ['x']],
  ['cargo-cyclonedx', ['Cargo.toml', 'y/Cargo.lock'], ['y']],
  ['syft', [], ['.']],
  ['cdxgen', [], ['.']],
])('%s is called for each project of its kind', (id, paths, of) => {
  const spec = billGenerators.find((one) => one.id === id);
  expect(spec?.calls(setting(paths)).map((call) => call.of)).toEqual(of);
  expect(spec?.calls(setting([], 'artifact')).length).toBe(id === 'syft' ? 1 : 0);
});

test('names of files and folders never become options', () => {
  const names = ['package-lock.json', 'requirements.txt', 'poetry.lock', 'go.mod', 'Cargo.lock'];
  const hostile = names.map((name) => `--hostile/${name}`);
  const words = billGenerators.flatMap(({ calls }) => calls(setting(hostile)).flatMap(({ args }) => args('/r')));
  const named = words.filter((word) => word.includes('hostile'));
  expect(named.length).toBe(names.length);
  for (const word of named) expect(word).toMatch(/^(?:\/t\/|--manifest-path=\/t\/)/u);
});

test.each([
  ['.npmrc', true],
  ['a/.npmrc', true],
  ['a/.cargo/config.toml', true],
  ['rust-toolchain.toml', true],
  ['.syft/config.yaml', true],
  ['package-lock.json', false],
  ['go.mod', false],
  ['src/cargo/x.rs', false],
])('%s sets up a generator: %s', (path, is) => {
  expect(isGeneratorSettings(path)).toBe(is);
});
