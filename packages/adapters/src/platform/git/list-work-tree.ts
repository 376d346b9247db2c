// SPDX-License-Identifier: Apache-2.0
import { lstatSync, realpathSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import type { SkippedEntry, TreeEntry } from '@plumbline/core/collecting/repository-snapshot';
import { PlumblineError } from '@plumbline/core/errors';
import { splitRecords } from '../process/split-records.ts';
import type { TreeListing } from './list-tree.ts';
import { runGit } from './run-git.ts';
import { treePath } from './tree-path.ts';

const entriesMax = 500_000;
const bounds = { stdoutBytesMax: 128 * 1024 * 1024, timeoutMs: 120_000 };
/** As git itself shows the id of a file that it has not hashed. */
const notHashed = '0'.repeat(40);

/**
 * Lists the files of a work tree as they are now: those that are tracked and those that are neither tracked nor ignored.
 * Only git's index and ignore files decide which; nothing is hashed, so no filter can be asked to run.
 */
export async function listWorkTree(
  gitDirectory: string,
  root: string,
  signal: CancelSignal | undefined,
): Promise<TreeListing> {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const result = await runGit(gitDirectory, args, { ...bounds, signal, environment: { GIT_WORK_TREE: root } });
  if (result.code !== 0)
    throw new PlumblineError('repository-unreadable', 'git ls-files failed in the work tree', {
      next: 'Run git fsck in the repository, or clone it again',
    });
  const output = result.stdout;
  const records: string[] = [];
  splitRecords('\0', (record) => records.push(record)).take(output);
  if (records.length > entriesMax) throw new PlumblineError('input-too-large', `More than ${entriesMax} files`);
  records.sort(); // one character a byte: git's own order
  const entries: TreeEntry[] = [];
  const skipped: SkippedEntry[] = unreadableFolders(result.stderr);
  const isInside = insideOf(root);
  for (const record of records) {
    const entry = entryOf(root, record, isInside);
    if (entry === null) continue;
    if ('because' in entry) skipped.push(entry);
    else entries.push(entry);
  }
  return { entries, skipped: skipped.slice(0, 1000) };
}

/**
 * Folders that git could not list: it goes on with a warning and exit code 0, and leaves out whatever is below them.
 * `warning: could not open directory '.github/workflows/': Permission denied`
 */
export function unreadableFolders(stderr: string): SkippedEntry[] {
  const folders = stderr.split('\n').flatMap((line) => {
    const found = /^warning: could not open directory '(.*)': /u.exec(line)?.[1];
    // As in git's own lists: one character a byte.
    return found === undefined ? [] : [treePath(Buffer.from(found.replace(/\/$/u, '')).toString('latin1'))];
  });
  return folders.map((folder) => ({
    path: folder.state === 'unfit' ? folder.shown : folder.path,
    because: 'a folder that cannot be read',
    folder: true,
  }));
}

/** Null when the file is tracked but no more there. */
function entryOf(root: string, record: string, isInside: (path: string) => boolean): TreeEntry | SkippedEntry | null {
  // A nested repository is listed as a folder.
  const found = treePath(record.endsWith('/') ? record.slice(0, -1) : record);
  if (found.state === 'unfit') return { path: found.shown, because: found.because };
  const { path } = found;
  let state: Stats | undefined;
  try {
    state = lstatSync(join(root, path), { throwIfNoEntry: false });
    if (state === undefined) return null;
    if (!isInside(path)) return { path, because: 'it lies behind a link' };
  } catch {
    return { path, because: 'it lies in a folder that cannot be read' };
  }
  const type = typeOf(state);
  if (type === null) return { path, because: 'a pipe, socket or device' };
  const size = type === 'file' || type === 'executable' ? state.size : null;
  return { path, type, objectId: notHashed, size };
}

function typeOf(state: Stats): TreeEntry['type'] | null {
  if (state.isSymbolicLink()) return 'link';
  if (state.isDirectory()) return 'submodule';
  if (!state.isFile()) return null;
  return (state.mode & 0o100) === 0 ? 'file' : 'executable';
}

/** Whether the folders above a path are folders, and none is a link to somewhere else. */
function insideOf(root: string): (path: string) => boolean {
  const known = new Map<string, boolean>();
  return (path) => {
    const folder = dirname(join(root, path));
    const answer = known.get(folder) ?? realpathSync(folder) === folder;
    known.set(folder, answer);
    return answer;
  };
}
