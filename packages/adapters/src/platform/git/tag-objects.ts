// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { readGit } from './run-git.ts';

/** The object that each of some tags names, by the name without `refs/tags/`: a tag object, or a commit for a lightweight tag. */
export async function tagObjects(
  gitDirectory: string,
  names: readonly string[],
  signal: CancelSignal,
): Promise<ReadonlyMap<string, string>> {
  if (names.length === 0) return new Map();
  const wanted = new Set(names);
  const refs = names.map((name) => `refs/tags/${name}`);
  const lines = await readGit(gitDirectory, ['for-each-ref', '--format=%(objectname) %(refname:lstrip=2)', ...refs], {
    signal,
  });
  const named = lines
    .toString()
    .split('\n')
    .map((line): readonly [string, string] => [line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))]);
  // git takes `v1` for a folder of tags, too.
  return new Map(named.filter(([name]) => wanted.has(name)));
}
