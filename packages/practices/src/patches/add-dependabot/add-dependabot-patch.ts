// SPDX-License-Identifier: Apache-2.0
import type { Ecosystem, Manifest } from '@plumbline/core/facts/dependency-inventory';
import type { Patch, PatchInput } from '@plumbline/core/roadmap/patch';
import { patchOf } from '../../patching/patch-result.ts';
import { usesGitHub } from '../../patching/uses-github.ts';

/** Dependabot for every ecosystem of the tree on GitHub, Renovate elsewhere. */
export const addDependabotPatch: Patch = {
  id: 'add-dependabot',
  title: 'Let a bot propose dependency updates',
  reads: (paths) => paths.filter((path) => path === '.github/dependabot.yml' || path === '.github/dependabot.yaml'),
  write(input) {
    const bots = input.evidence['update-bots'];
    if (bots?.state === 'found' && bots.fact.bots.some(({ enabled }) => enabled)) {
      return { state: 'not-possible', because: 'an update bot is configured already: add what it leaves out there' };
    }
    if (input.files.size > 0) return { state: 'not-possible', because: '.github/dependabot.yml is there already' };
    if (input.home?.forge !== 'github' && !(input.home === null && usesGitHub(input.paths))) {
      return patchOf(
        [{ path: 'renovate.json', before: null, after: renovate }],
        ['Renovate must be installed on the forge, or run in a scheduled job'],
        '',
      );
    }
    const updates = updatesOf(input);
    const after = `version: 2\nupdates:\n${updates.map((update) => entry(update)).join('')}`;
    return patchOf([{ path: '.github/dependabot.yml', before: null, after }], [], '');
  },
};

const renovate = `${JSON.stringify({ $schema: 'https://docs.renovatebot.com/renovate-schema.json', extends: ['config:recommended', 'helpers:pinGitHubActionDigests'] }, null, 2)}\n`;

/** Dependabot's name of each ecosystem; null where it has none. */
const names: { readonly [E in Ecosystem]: string | null } = {
  npm: 'npm',
  pypi: 'pip',
  golang: 'gomod',
  cargo: 'cargo',
  maven: 'maven',
  gem: 'bundler',
  composer: 'composer',
  nuget: 'nuget',
  docker: 'docker',
  helm: 'helm',
  other: null,
};

type Update = { readonly ecosystem: string; readonly directory: string };

function updatesOf({ evidence, paths }: PatchInput): readonly Update[] {
  const inventory = evidence['dependency-inventory'];
  const manifests = inventory?.state === 'found' ? inventory.fact.manifests : [];
  const found = manifests
    .filter(({ role }) => role === 'shipped' || role === 'tooling')
    .flatMap((manifest) => updateOf(manifest));
  const images = inventory?.state === 'found' ? inventory.fact.baseImages.filter(({ role }) => role !== 'fixture') : [];
  const docker = images
    .filter(({ path }) => /dockerfile/i.test(path))
    .map(({ path }) => ({ ecosystem: 'docker', directory: folderOf(path) }));
  const actions = [...paths].some((path) => path.startsWith('.github/workflows/'))
    ? [{ ecosystem: 'github-actions', directory: '/' }]
    : [];
  const unique = new Map(
    [...actions, ...found, ...docker].map((update) => [`${update.ecosystem} ${update.directory}`, update]),
  );
  return [...unique.values()].slice(0, 50);
}

/** Gradle's build files are Maven packages, but another ecosystem for Dependabot. */
function updateOf({ ecosystem, path }: Manifest): readonly Update[] {
  const name = /\.gradle(?:\.kts)?$|\.versions\.toml$/.test(path) ? 'gradle' : names[ecosystem];
  return name === null ? [] : [{ ecosystem: name, directory: folderOf(path) }];
}

const folderOf = (path: string): string => (path.includes('/') ? `/${path.slice(0, path.lastIndexOf('/'))}` : '/');

function entry({ ecosystem, directory }: Update): string {
  return `  - package-ecosystem: ${ecosystem}\n    directory: ${JSON.stringify(directory)}\n    schedule:\n      interval: weekly\n`;
}
