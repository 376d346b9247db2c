// SPDX-License-Identifier: Apache-2.0
import type { Collector } from '@plumbline/core/collecting/collector';
import type { RepositorySnapshot, TreeEntry } from '@plumbline/core/collecting/repository-snapshot';
import type { RepositoryTree } from '@plumbline/core/facts/repository-tree';
import type { Unread } from '@plumbline/core/facts/unread';
import { treePaths } from '../../platform/paths/tree-paths.ts';
import { countLanguages } from './count-languages.ts';

const fileBytesMax = 1_048_576;
const linksMax = 5000;
const unreadMax = 1000;

/**
 * Takes the inventory of the assessed tree. Code counts as source when the project wrote it to ship or to test it; what
 * is vendored, generated, a fixture or an example does not, so that it does not choose the main language.
 */
export const repositoryTreeCollector: Collector = {
  id: 'repository-tree',
  version: '1',
  title: 'Files and languages of the assessed commit',
  kinds: ['repository-tree'],
  needs: ['tree'],
  timeoutMs: 60_000,
  collect: async ({ repository }) => [
    { kind: 'repository-tree', location: 'tree of the commit', state: 'found', fact: await takeInventory(repository) },
  ],
};

async function takeInventory(repository: RepositorySnapshot): Promise<RepositoryTree> {
  const files = repository.entries.filter(({ type }) => type === 'file' || type === 'executable');
  const { classOf } = treePaths(repository);
  const sources = files.filter(({ path }) => classOf(path) === 'source' || classOf(path) === 'test');
  const languages = countLanguages(sources);
  return {
    files: files.length,
    sourceFiles: languages.reduce((sum, language) => sum + language.files, 0),
    languages,
    submodules: repository.entries.filter(({ type }) => type === 'submodule').map(({ path }) => path),
    unread: bounded([
      ...(repository.skipped ?? []),
      ...(await leavingLinks(repository)),
      ...sources.filter(isOverLimit).map(({ path }) => ({ path, because: `larger than ${fileBytesMax} bytes` })),
    ]),
  };
}

function isOverLimit({ size }: TreeEntry): boolean {
  return size !== null && size > fileBytesMax;
}

/** Links inside the repository name files that are read anyway; only those that lead out of it are told. */
async function leavingLinks(repository: RepositorySnapshot): Promise<readonly Unread[]> {
  const links = repository.entries.filter(({ type }) => type === 'link').map(({ path }) => path);
  const leaving: Unread[] = [];
  await repository.read(links.slice(0, linksMax), (path, content) => {
    if (content.state === 'unread' && content.because.includes('leaves'))
      leaving.push({ path, because: content.because });
  });
  return leaving;
}

function bounded(all: readonly Unread[]): readonly Unread[] {
  if (all.length <= unreadMax) return all;
  return [...all.slice(0, unreadMax), { path: '…', because: `and ${all.length - unreadMax} more` }];
}
