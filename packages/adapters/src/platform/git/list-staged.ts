// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import type { SkippedEntry, TreeEntry } from '@plumbline/core/collecting/repository-snapshot';
import { PlumblineError } from '@plumbline/core/errors';
import { splitRecords } from '../process/split-records.ts';
import type { TreeListing } from './list-tree.ts';
import { readGit } from './run-git.ts';
import { treePath } from './tree-path.ts';

const entriesMax = 500_000;
const bounds = { stdoutBytesMax: 256 * 1024 * 1024, timeoutMs: 120_000 };

/**
 * Lists the files of the index that differ from a tree: what the next commit adds or changes. What it removes is left out; what
 * a merge left in conflict is said to be skipped, for git will not commit it. Sizes are not known.
 */
export async function listStaged(
  gitDirectory: string,
  tree: string,
  signal: CancelSignal | undefined,
): Promise<TreeListing> {
  const args = ['diff-index', '--cached', '--raw', '-z', '--no-renames', '--no-abbrev', tree, '--'];
  const output = await readGit(gitDirectory, args, { ...bounds, signal });
  const records: string[] = [];
  splitRecords('\0', (record) => records.push(record)).take(output);
  if (records.length > 2 * entriesMax) throw new PlumblineError('input-too-large', `More than ${entriesMax} files`);
  const entries: TreeEntry[] = [];
  const skipped: SkippedEntry[] = [];
  for (let at = 0; at + 1 < records.length; at += 2) {
    const entry = entryOf(records[at] ?? '', records[at + 1] ?? '');
    if (entry === null) continue;
    if ('because' in entry) skipped.push(entry);
    else entries.push(entry);
  }
  return { entries, skipped: skipped.slice(0, 1000) };
}

/** `:<mode before> <mode> <id before> <id> <status>`, then the path. Null for what is removed. */
function entryOf(change: string, record: string): TreeEntry | SkippedEntry | null {
  const [, mode = '', , objectId = '', status = ''] = change.split(' ');
  if (status.startsWith('D')) return null;
  const path = treePath(record);
  if (path.state === 'unfit') return { path: path.shown, because: path.because };
  if (status.startsWith('U')) return { path: path.path, because: 'a merge left it in conflict' };
  return { path: path.path, type: typeOf(mode), objectId, size: null };
}

function typeOf(mode: string): TreeEntry['type'] {
  if (mode === '160000') return 'submodule';
  if (mode === '120000') return 'link';
  return mode === '100755' ? 'executable' : 'file';
}
