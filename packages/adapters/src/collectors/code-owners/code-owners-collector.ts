// SPDX-License-Identifier: Apache-2.0
import type { Collected, Collector, CollectorInput } from '@plumbline/core/collecting/collector';
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';
import type { CodeOwners } from '@plumbline/core/facts/code-owners';
import { treePaths } from '../../platform/paths/tree-paths.ts';
import { folderOwnership, parseFolderOwners, type FolderOwners } from './folder-owners.ts';
import { giteaOwners } from './gitea-owners.ts';
import { githubOwners } from './github-owners.ts';
import { gitlabOwners } from './gitlab-owners.ts';
import { isMaintainersFormat, maintainersOwners } from './maintainers-owners.ts';
import { ownersFile, type OwnersFile } from './owners-files.ts';
import { problemsMax, type Ownership } from './ownership.ts';

/** GitHub's own limit for the file. */
const bytesMax = 3 * 1024 * 1024;
const examplesMax = 10;

/** Who owns which source file in the end, by the rules of the forge that reads them. */
export const codeOwnersCollector: Collector = {
  id: 'code-owners',
  version: '1',
  title: 'Reads CODEOWNERS, OWNERS or MAINTAINERS, and finds the effective owners of every source file',
  kinds: ['code-owners'],
  needs: ['tree'],
  timeoutMs: 60_000,
  collect: async ({ repository }: CollectorInput): Promise<readonly Collected[]> => {
    const file = ownersFile(repository);
    if (file === null) return [absent];
    const texts = new Map<string, string>();
    const unread: string[] = [];
    await repository.read(
      file.paths,
      (path, content) => {
        if (content.state === 'text') texts.set(path, content.text);
        else unread.push(`${path}: ${content.because}`);
      },
      { bytesMax },
    );
    const [because] = unread;
    const [location = ''] = file.paths;
    // One unread file of many can hide or clear owners: the share would be a guess.
    if (because !== undefined)
      return [
        { kind: 'code-owners', state: 'unavailable', location, because, resolve: 'Keep the file a readable text file' },
      ];
    const ownership = read(file, texts);
    if (ownership === null) return [absent];
    const fact = measure(repository, { file, path: location, ownership });
    return [{ kind: 'code-owners', state: 'found', fact, location }];
  },
};

const absent: Collected = {
  kind: 'code-owners',
  state: 'absent',
  location: 'tree of the commit',
  lookedIn: 'CODEOWNERS where the forges look, OWNERS in every folder, MAINTAINERS with paths',
};

function read(file: OwnersFile, texts: ReadonlyMap<string, string>): Ownership | null {
  const [first = ''] = texts.values();
  switch (file.format) {
    case 'gitlab-codeowners':
      return gitlabOwners(first);
    case 'codeowners':
      return file.forge === 'gitea' ? giteaOwners(first) : githubOwners(first);
    case 'maintainers':
      return isMaintainersFormat(first) ? maintainersOwners(first) : null;
    case 'owners': {
      const folders: FolderOwners[] = [...texts].map(([path, text]) =>
        parseFolderOwners(path.slice(0, -'/OWNERS'.length), text),
      );
      const ownership = folderOwnership(folders);
      return ownership.owners.size === 0 && ownership.problems.length > 0 ? null : ownership;
    }
  }
}

type Measured = { readonly file: OwnersFile; readonly path: string; readonly ownership: Ownership };

function measure(repository: RepositorySnapshot, { file, path, ownership }: Measured): CodeOwners {
  const { files, classOf } = treePaths(repository);
  const sources = files.filter((source) => classOf(source) === 'source');
  const unowned = sources.filter((source) => !ownership.isOwned(source));
  return {
    path,
    format: file.format,
    rules: ownership.rules,
    owners: ownership.owners.size,
    sourceFiles: sources.length,
    ownedSourceFiles: sources.length - unowned.length,
    unownedExamples: unowned.slice(0, examplesMax),
    problems: ownership.problems.slice(0, problemsMax),
    placeholder: ownership.owners.size > 0 && [...ownership.owners].every((owner) => placeholderOwner.test(owner)),
  };
}

/** Owners of templates and of the forges' documentation. */
const placeholderOwner =
  /^@?(?:todo\b|(?:your|my|the)[-_]?(?:org|team|user|company|name|handle|github)|(?:owner|user|other_owner)[-_]?(?:name|github[-_]?handle|handle)?$|octocat$|octo-org\/|doctocat$|global-owner\d?$|org(?:anization)?\/(?:team|your)|example(?:[-_/]|$))|@example\.(?:com|org)$/iu;
