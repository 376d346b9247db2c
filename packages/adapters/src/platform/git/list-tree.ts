// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import type { SkippedEntry, TreeEntry } from '@plumbline/core/collecting/repository-snapshot';
import { PlumblineError } from '@plumbline/core/errors';
import { splitRecords } from '../process/split-records.ts';
import { exitedOrThrow, gitProgram } from './run-git.ts';
import { runProgram } from '../process/run-program.ts';
import { treePath } from './tree-path.ts';

export type TreeListing = { readonly entries: readonly TreeEntry[]; readonly skipped: readonly SkippedEntry[] };

/** A tree that names itself many times over lists without end: these bounds stop it. */
const entriesMax = 500_000;
const bounds = { stdoutBytesMax: 128 * 1024 * 1024, timeoutMs: 120_000 };
const skippedMax = 1000;

/**
 * Lists every entry of a commit's tree with its size. Asking for sizes costs a few hundredths of a second on 25,000
 * files; a partial clone lacks blobs, and then the sizes of what is missing are null.
 */
export async function listTree(
  gitDirectory: string,
  commit: string,
  signal: CancelSignal | undefined,
): Promise<TreeListing> {
  return (await list(gitDirectory, ['-l', commit], signal)) ?? (await listOrThrow(gitDirectory, commit, signal));
}

async function listOrThrow(
  gitDirectory: string,
  commit: string,
  signal: CancelSignal | undefined,
): Promise<TreeListing> {
  const listing = await list(gitDirectory, [commit], signal);
  if (listing !== null) return listing;
  throw new PlumblineError('repository-unreadable', 'The tree of the commit cannot be read whole', {
    next: 'Run git fsck in the repository, or clone it again (a treeless clone lacks what an assessment reads)',
  });
}

async function list(
  gitDirectory: string,
  args: readonly string[],
  signal: CancelSignal | undefined,
): Promise<TreeListing | null> {
  const entries: TreeEntry[] = [];
  const skipped: SkippedEntry[] = [];
  const records = splitRecords('\0', (record) => {
    const entry = parseEntry(record);
    if ('because' in entry) {
      if (skipped.length < skippedMax) skipped.push(entry);
    } else if (entries.push(entry) > entriesMax) {
      throw new PlumblineError('input-too-large', `The tree has more than ${entriesMax} entries`);
    }
  });
  const program = gitProgram(gitDirectory, ['ls-tree', '-r', '-z', '--full-tree', ...args]);
  const result = await runProgram(program, { ...bounds, signal, onChunk: records.take });
  return exitedOrThrow(result, 'git ls-tree', bounds).code === 0 ? { entries, skipped } : null;
}

/** `mode type object size<TAB>path`, the size padded with spaces, `-` for a submodule; without -l there is none. */
function parseEntry(record: string): TreeEntry | SkippedEntry {
  const tab = record.indexOf('\t');
  const [mode = '', type = '', objectId = '', ...padding] = record.slice(0, tab).split(' ');
  const size = padding.at(-1);
  const path = treePath(record.slice(tab + 1));
  if (path.state === 'unfit') return { path: path.shown, because: path.because };
  const kind = kindOf(mode, type);
  const sized = kind === 'file' || kind === 'executable' ? Number(size ?? Number.NaN) : Number.NaN;
  return { path: path.path, type: kind, objectId, size: Number.isInteger(sized) ? sized : null };
}

function kindOf(mode: string, type: string): TreeEntry['type'] {
  if (type === 'commit') return 'submodule';
  if (mode === '120000') return 'link';
  return mode === '100755' ? 'executable' : 'file';
}
