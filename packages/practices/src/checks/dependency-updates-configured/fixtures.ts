// SPDX-License-Identifier: Apache-2.0
import type { DependencyInventory, Ecosystem, Manifest } from '@plumbline/core/facts/dependency-inventory';
import type { UpdateBot } from '@plumbline/core/facts/update-bots';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';

const manifest = (path: string, ecosystem: Ecosystem, role: Manifest['role'] = 'shipped'): Manifest => ({
  path,
  ecosystem,
  role,
  dependencies: 12,
  lock: 'locked',
  because: 'package-lock.json agrees',
});
const inventory = (...manifests: readonly Manifest[]): DependencyInventory => ({
  manifests,
  lockfiles: [],
  components: [],
  baseImages: [],
  unread: [],
});
const bot: UpdateBot = {
  bot: 'dependabot',
  path: '.github/dependabot.yml',
  enabled: true,
  ecosystems: ['npm', 'github-actions'],
  directories: ['/'],
};
const both = inventory(manifest('package.json', 'npm'), manifest('tools/go.mod', 'golang'));

export const fixtures: CheckFixtures = {
  facts: { 'update-bots': { bots: [bot] }, 'dependency-inventory': both },
  flip: { kind: 'update-bots', at: ['bots', 0, 'ecosystems'], to: ['github-actions'] },
  also: [
    { name: 'no bot', facts: { 'update-bots': 'absent', 'dependency-inventory': both }, outcome: 'no' },
    {
      name: 'a bot that is switched off',
      facts: { 'update-bots': { bots: [{ ...bot, enabled: false }] }, 'dependency-inventory': both },
      outcome: 'no',
    },
    {
      name: 'a bot for another folder',
      facts: { 'update-bots': { bots: [{ ...bot, directories: ['/docs'] }] }, 'dependency-inventory': both },
      outcome: 'no',
    },
    {
      name: 'a bot that finds manifests by itself',
      facts: {
        'update-bots': { bots: [{ ...bot, bot: 'renovate', ecosystems: ['*'], directories: [] }] },
        'dependency-inventory': both,
      },
      outcome: 'yes',
    },
    {
      name: 'a stray manifest at the root is not the main one',
      facts: {
        'update-bots': { bots: [bot] },
        'dependency-inventory': inventory(
          { ...manifest('package.json', 'npm'), dependencies: 2 },
          manifest('core/pom.xml', 'maven'),
        ),
      },
      outcome: 'no',
    },
    {
      name: 'modules below a parent that the bot covers',
      facts: {
        'update-bots': { bots: [{ ...bot, ecosystems: ['maven'] }] },
        'dependency-inventory': inventory(
          { ...manifest('pom.xml', 'maven'), dependencies: 0 },
          manifest('core/pom.xml', 'maven'),
        ),
      },
      outcome: 'yes',
    },
    {
      name: 'a fixture is never the main manifest',
      facts: {
        'update-bots': { bots: [bot] },
        'dependency-inventory': inventory(manifest('Cargo.toml', 'cargo', 'fixture'), manifest('package.json', 'npm')),
      },
      outcome: 'yes',
    },
    {
      name: 'no manifest: the bot keeps the actions current',
      facts: { 'update-bots': { bots: [bot] }, 'dependency-inventory': inventory() },
      outcome: 'yes',
    },
  ],
};
