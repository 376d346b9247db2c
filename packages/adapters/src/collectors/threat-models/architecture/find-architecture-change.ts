// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import type { RepositorySnapshot, TreeEntry } from '@plumbline/core/collecting/repository-snapshot';
import type { ArchitectureChange } from '@plumbline/core/facts/threat-models';
import { isShallow } from '../../../platform/git/is-shallow.ts';
import { listTree } from '../../../platform/git/list-tree.ts';
import { readObjects } from '../../../platform/git/read-objects.ts';
import { readGit } from '../../../platform/git/run-git.ts';
import { partsOfPaths, partsOfText, showsParts, type ArchitectureParts } from './architecture-parts.ts';

const filesMax = 300;
const bytesMax = 512 * 1024;
const datedMax = 10;

export type History = { readonly gitDirectory: string; readonly signal: CancelSignal };

/** What looking came to. `newest` is null where no part came or went since that day. */
export type ArchitectureLook = { readonly newest: ArchitectureChange | null };

/** The day of the last commit that changed a file; null where the history does not tell. */
export async function lastChangeOf(path: string, commit: string, history: History): Promise<string | null> {
  const args = ['log', '-1', '--format=%cI', commit, '--', path];
  const said = (await readGit(history.gitDirectory, args, { signal: history.signal })).toString('utf8').trim();
  return /^\d{4}-\d{2}-\d{2}T/u.test(said) ? said : null;
}

/**
 * Compares the parts of the architecture on a day with those of the assessed commit. Null: nobody can look, because
 * there is no history, or it does not reach back so far.
 */
export async function findArchitectureChange(
  repository: RepositorySnapshot,
  since: string,
  history: History,
): Promise<ArchitectureLook | null> {
  const { gitDirectory, signal } = history;
  if (isShallow(gitDirectory)) return null;
  const until = `${since.slice(0, 10)}T23:59:59Z`;
  const args = ['rev-list', '-1', '--first-parent', `--before=${until}`, repository.commit, '--'];
  const base = (await readGit(gitDirectory, args, { signal })).toString('utf8').trim();
  if (!/^[0-9a-f]{40,64}$/u.test(base)) return null;
  const before = await partsAt((await listTree(gitDirectory, base, signal)).entries, history);
  const entries =
    repository.dirty === true ? (await listTree(gitDirectory, repository.commit, signal)).entries : repository.entries;
  const after = await partsAt(entries, history);
  const changes = [
    ...[...after].filter(([name]) => !before.has(name)).map(([name, path]) => ({ what: `new ${name}`, path })),
    ...[...before].filter(([name]) => !after.has(name)).map(([name, path]) => ({ what: `removed ${name}`, path })),
  ];
  const dated: ArchitectureChange[] = [];
  for (const { what, path } of changes.slice(0, datedMax)) {
    const on = await lastChangeOf(path, repository.commit, history);
    dated.push({ what: what.slice(0, 300), path, on: on === null || on < since ? since : on });
  }
  return { newest: dated.toSorted((a, b) => (a.on < b.on ? 1 : -1))[0] ?? null };
}

/** Of a work tree whose files differ from the commit, what is committed is compared. */
async function partsAt(entries: readonly TreeEntry[], { gitDirectory, signal }: History): Promise<ArchitectureParts> {
  const files = entries.filter(({ type }) => type === 'file' || type === 'executable');
  const shown = files.filter(({ path, objectId }) => showsParts(path) && /^[0-9a-f]{40,64}$/u.test(objectId));
  const read = shown.slice(0, filesMax);
  const parts = new Map(partsOfPaths(files.map(({ path }) => path)));
  await readObjects(
    gitDirectory,
    read.map(({ objectId }) => objectId),
    {
      signal,
      bytesMax,
      visit: (object, index) => {
        const path = read[index]?.path;
        if (path === undefined || object.state !== 'read') return;
        for (const [name, at] of partsOfText(path, object.bytes.toString('utf8')))
          parts.set(name, parts.get(name) ?? at);
      },
    },
  );
  return parts;
}
