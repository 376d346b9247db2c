// SPDX-License-Identifier: Apache-2.0
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';
import type { ConfigurationKind, ScanTarget } from '@plumbline/core/scanning/scan-target';
import { languageOfPath } from './language-of-path.ts';
import { treePaths } from './tree-paths.ts';

const manifestNames: ReadonlySet<string> = new Set(
  (
    'package.json package-lock.json npm-shrinkwrap.json yarn.lock pnpm-lock.yaml bun.lock deno.json deno.lock ' +
    'pyproject.toml setup.py setup.cfg pipfile pipfile.lock poetry.lock uv.lock pdm.lock go.mod go.sum cargo.toml cargo.lock ' +
    'pom.xml build.gradle build.gradle.kts gradle.lockfile libs.versions.toml gemfile gemfile.lock composer.json composer.lock ' +
    'packages.config packages.lock.json directory.packages.props package.swift package.resolved pubspec.yaml pubspec.lock ' +
    'mix.exs mix.lock conanfile.txt conanfile.py conan.lock vcpkg.json environment.yml environment.yaml flake.lock'
  ).split(' '),
);
const manifestPattern =
  /(?:^|\/)(?:requirements[\w.-]{0,60}\.txt|constraints[\w.-]{0,60}\.txt|[^/]{1,100}\.(?:csproj|fsproj|vbproj|gemspec))$/iu;

/** The first that fits decides. */
const configurationPatterns: readonly (readonly [ConfigurationKind, RegExp])[] = [
  ['dockerfile', /(?:^|\/)(?:(?:docker|container)file(?:\.[\w.-]{1,60})?|[\w.-]{1,100}\.(?:docker|container)file)$/iu],
  ['compose', /(?:^|\/)(?:docker-)?compose(?:[.-][\w.-]{1,60})?\.ya?ml$/iu],
  ['github-actions', /(?:^|\/)\.(?:github|forgejo|gitea)\/workflows\/[^/]{1,200}\.ya?ml$/u],
  ['gitlab-ci', /(?:^|\/)(?:[\w.-]{0,60}\.gitlab-ci\.ya?ml|\.gitlab\/ci\/.{1,300}\.ya?ml)$/u],
  ['terraform', /\.tf$/u],
  ['helm', /(?:^|\/)(?:chart\.yaml|templates\/.{1,300}\.ya?ml)$/iu],
  [
    'nginx',
    /(?:^|\/)(?:nginx[\w.-]{0,60}\.conf|nginx\/.{1,300}\.conf|.{0,300}\.nginx|sites-(?:available|enabled)\/[^/]{1,200})$/iu,
  ],
  ['other-yaml', /\.(?:ya?ml|json)$/iu],
];

/** The kind of configuration that a path tells; null when it tells none. */
export function configurationKindOf(path: string): ConfigurationKind | null {
  return configurationPatterns.find(([, pattern]) => pattern.test(path))?.[0] ?? null;
}

/** The facts from which scanners plan, of a tree's paths. Vendored and generated files are left out. */
export function scanTargetOf(
  repository: Pick<RepositorySnapshot, 'entries'>,
  webAddresses: readonly string[] = [],
): ScanTarget {
  const { files, classOf } = treePaths(repository);
  const languages = new Map<string, number>();
  const configurations = new Map<ConfigurationKind, string[]>();
  const manifests: string[] = [];
  for (const path of files) {
    const kind = classOf(path);
    if (kind === 'vendored' || kind === 'generated') continue;
    const language = languageOfPath(path);
    if (language !== null) languages.set(language, (languages.get(language) ?? 0) + 1);
    if (manifestNames.has(nameOf(path)) || manifestPattern.test(path)) manifests.push(path);
    const configuration = configurationKindOf(path);
    if (configuration === null) continue;
    const paths = configurations.get(configuration) ?? [];
    configurations.set(configuration, paths);
    paths.push(path);
  }
  return { files: files.length, languages, manifests, configurations, webAddresses };
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase();
