// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { runGit } from './run-git.ts';

/** Old path by new path of files that were renamed between two commits, as git recognises them; empty where it cannot. */
export async function readRenames(
  gitDirectory: string,
  { from, to }: { readonly from: string; readonly to: string },
  signal?: CancelSignal,
): Promise<ReadonlyMap<string, string>> {
  const args = [
    'diff',
    '--no-ext-diff',
    '--no-textconv',
    '-M',
    '--diff-filter=R',
    '--name-status',
    '-z',
    from,
    to,
    '--',
  ];
  const result = await runGit(gitDirectory, args, { signal });
  if (result.code !== 0) return new Map();
  const parts = result.stdout.toString('utf8').split('\0');
  const renames = new Map<string, string>();
  // R100, the old path, the new path, and so on
  for (let at = 0; at + 2 < parts.length; at += 3) renames.set(parts[at + 2] ?? '', parts[at + 1] ?? '');
  return renames;
}
