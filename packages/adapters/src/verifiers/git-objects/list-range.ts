// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { PlumblineError } from '@plumbline/core/errors';
import { resolveRevision } from '../../platform/git/resolve-revision.ts';
import { readGit } from '../../platform/git/run-git.ts';

/** A commit of a range by its id. */
export type ListedCommit = { readonly objectId: string; readonly parents: number; readonly firstParent: boolean };

export type ListedRange = {
  /** Full id of the last commit. */
  readonly head: string;
  /** Full id of the commit whose history is left out; null: none is. */
  readonly base: string | null;
  /** Every commit before its parents. */
  readonly commits: readonly ListedCommit[];
  /** Commits of the range whose parents are not in this clone. */
  readonly cutOffAt: readonly string[];
};

const commitsMax = 500_000;
const stdoutBytesMax = 256 * 1024 * 1024;

/**
 * The commits of `A..B` (those of B that A has not), of `A..` (of the head), or of `B` alone with its whole history. Throws
 * `usage`, and `input-too-large` above 500 000 commits.
 */
export async function listRange(gitDirectory: string, range: string, signal?: CancelSignal): Promise<ListedRange> {
  const [left = '', right, ...more] = range.split('..');
  if (more.length > 0 || range.includes('...') || (right !== undefined && left === ''))
    throw new PlumblineError('usage', `that is no range of commits: ${range.slice(0, 100)}`, {
      next: 'Write FROM..TO, such as v1.0.0..v1.1.0, or TO alone for its whole history',
    });
  const head = await resolveRevision(gitDirectory, right === undefined ? left : right === '' ? 'HEAD' : right, signal);
  const base = right === undefined ? null : await resolveRevision(gitDirectory, left, signal);
  const excluded = base === null ? [] : [`^${base}`];
  const args = ['rev-list', '--topo-order', '--parents', `--max-count=${commitsMax + 1}`, head, ...excluded, '--'];
  const listed = await readGit(gitDirectory, args, { signal, stdoutBytesMax, timeoutMs: 300_000 });
  const lines = listed
    .toString('latin1')
    .split('\n')
    .filter((line) => line !== '');
  if (lines.length > commitsMax)
    throw new PlumblineError('input-too-large', `the range has more than ${commitsMax} commits`, {
      next: 'Verify it in parts',
    });
  const parentsOf = new Map(lines.map((line) => [line.split(' ', 1)[0] ?? '', line.split(' ').slice(1)]));
  const line = firstParentLine(head, parentsOf);
  const shallow = new Set((await readFile(join(gitDirectory, 'shallow'), 'latin1').catch(() => '')).split('\n'));
  return {
    head,
    base,
    commits: [...parentsOf].map(([objectId, parents]) => ({
      objectId,
      parents: parents.length,
      firstParent: line.has(objectId),
    })),
    cutOffAt: [...parentsOf.keys()].filter((objectId) => shallow.has(objectId)),
  };
}

function firstParentLine(head: string, parentsOf: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const line = new Set<string>();
  for (let at: string | undefined = head; at !== undefined && parentsOf.has(at); at = parentsOf.get(at)?.[0])
    line.add(at);
  return line;
}
