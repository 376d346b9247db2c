// SPDX-License-Identifier: Apache-2.0
import type { Manifest } from '@plumbline/core/facts/dependency-inventory';
import type { UpdateBot } from '@plumbline/core/facts/update-bots';
import { expect, test } from 'vitest';
import { botCovers, mainManifest } from './main-manifest.ts';

const manifest = (path: string, ecosystem: Manifest['ecosystem'], dependencies: number): Manifest => {
  return { path, ecosystem, dependencies, role: 'shipped', lock: 'missing', because: 'no lockfile is beside it' };
};
const bot = (...ecosystems: UpdateBot['ecosystems']): UpdateBot => ({
  bot: 'dependabot',
  path: '.github/dependabot.yml',
  enabled: true,
  ecosystems,
  directories: ['/'],
});

test('the main manifest is near the root, and of the ecosystem that prevails where one does', () => {
  const go = manifest('go.mod', 'golang', 100);
  const web = manifest('web/package.json', 'npm', 90);
  expect(mainManifest([web, go])).toBe(go);
  const site = manifest('package.json', 'npm', 10);
  const main = manifest('requirements/main.in', 'pypi', 80);
  expect(mainManifest([site, main])).toBe(main);
});

test('what a folder of a bot stands for differs with the ecosystem', () => {
  const pom = manifest('core/pom.xml', 'maven', 5);
  expect(botCovers(bot('maven'), pom, [pom])).toBe(false);
  expect(botCovers(bot('maven'), pom, [pom, manifest('pom.xml', 'maven', 0)])).toBe(true);
  expect(botCovers(bot('nuget'), manifest('src/a/b/a.csproj', 'nuget', 5), [])).toBe(true);
  expect(botCovers(bot('pypi'), manifest('requirements/main.in', 'pypi', 5), [])).toBe(true);
  expect(botCovers(bot('pypi'), manifest('a/b/main.in', 'pypi', 5), [])).toBe(false);
  expect(botCovers(bot('golang'), manifest('cmd/go.mod', 'golang', 5), [])).toBe(false);
  const member = { ...manifest('packages/a/package.json', 'npm', 5), lockfile: 'package-lock.json' };
  expect(botCovers(bot('npm'), member, [])).toBe(true);
});
