// SPDX-License-Identifier: Apache-2.0
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';
import type { CodeOwners } from '@plumbline/core/facts/code-owners';

/** Which file of owners holds, and how it is to be read. */
export type OwnersFile = {
  readonly format: CodeOwners['format'];
  /** Of CODEOWNERS: whose rules apply. */
  readonly forge: 'github' | 'gitlab' | 'gitea';
  readonly paths: readonly string[];
};

type Forge = OwnersFile['forge'];

/** Where each forge looks, in its order; it takes the first and never joins two. */
const places: { readonly [F in Forge]: readonly string[] } = {
  github: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'],
  gitlab: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'],
  gitea: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitea/CODEOWNERS', '.forgejo/CODEOWNERS'],
};

const foldersMax = 5_000;

/** CODEOWNERS where the repository's forge looks for it, else OWNERS files, else a MAINTAINERS. Null without any. */
export function ownersFile(repository: RepositorySnapshot): OwnersFile | null {
  const paths = new Set(repository.entries.filter(({ type }) => type === 'file').map(({ path }) => path));
  const home = forgeOf(repository.uri, paths);
  // A file that only another forge reads is still this project's word on who owns what.
  for (const forge of [home, 'github', 'gitlab', 'gitea'] as const) {
    const path = places[forge].find((place) => paths.has(place));
    if (path !== undefined)
      return { format: forge === 'gitlab' ? 'gitlab-codeowners' : 'codeowners', forge, paths: [path] };
  }
  const owners = [...paths].filter(
    (path) => /(?:^|\/)OWNERS$/u.test(path) && !/(?:^|\/)(?:vendor|third_party|node_modules|testdata)\//u.test(path),
  );
  owners.sort((a, b) => a.split('/').length - b.split('/').length);
  if (owners.length > 0) return { format: 'owners', forge: home, paths: owners.slice(0, foldersMax) };
  const maintainers = ['MAINTAINERS', 'MAINTAINERS.txt'].find((path) => paths.has(path));
  return maintainers === undefined ? null : { format: 'maintainers', forge: home, paths: [maintainers] };
}

function forgeOf(uri: string, paths: ReadonlySet<string>): Forge {
  const host = (/^(?:[a-z+]+:\/\/)?(?:[^@/]+@)?([^/:]+)/iu.exec(uri)?.[1] ?? '').toLowerCase();
  if (host.includes('github')) return 'github';
  if (host.includes('gitlab')) return 'gitlab';
  if (/codeberg|gitea|forgejo/u.test(host)) return 'gitea';
  const has = (prefix: string): boolean => [...paths].some((path) => path.startsWith(prefix));
  if (has('.github/')) return 'github';
  if (paths.has('.gitlab-ci.yml') || has('.gitlab/')) return 'gitlab';
  return has('.forgejo/') || has('.gitea/') ? 'gitea' : 'github';
}
