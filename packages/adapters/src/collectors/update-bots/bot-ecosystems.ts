// SPDX-License-Identifier: Apache-2.0
import type { UpdateBot } from '@plumbline/core/facts/update-bots';

export type BotEcosystem = UpdateBot['ecosystems'][number];

const names: { readonly [name: string]: BotEcosystem } = {
  npm: 'npm',
  bun: 'npm',
  pnpm: 'npm',
  yarn: 'npm',
  nvm: 'npm',
  pip: 'pypi',
  uv: 'pypi',
  pip_requirements: 'pypi',
  pip_setup: 'pypi',
  'pip-compile': 'pypi',
  pipenv: 'pypi',
  poetry: 'pypi',
  pep621: 'pypi',
  'setup-cfg': 'pypi',
  gomod: 'golang',
  cargo: 'cargo',
  maven: 'maven',
  gradle: 'maven',
  'gradle-wrapper': 'maven',
  'maven-wrapper': 'maven',
  sbt: 'maven',
  bundler: 'gem',
  rubygems: 'gem',
  composer: 'composer',
  nuget: 'nuget',
  'dotnet-sdk': 'nuget',
  docker: 'docker',
  dockerfile: 'docker',
  'docker-compose': 'docker',
  kubernetes: 'docker',
  helm: 'helm',
  'helm-values': 'helm',
  'helm-requirements': 'helm',
  helmv3: 'helm',
  'github-actions': 'github-actions',
  gitsubmodule: 'gitsubmodule',
  'git-submodules': 'gitsubmodule',
};

/** What Dependabot calls a package ecosystem, or Renovate a manager, in our words. */
export function botEcosystem(name: string): BotEcosystem {
  const key = name.trim().toLowerCase();
  return Object.hasOwn(names, key) ? (names[key] ?? 'other') : 'other';
}
