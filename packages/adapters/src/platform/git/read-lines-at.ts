// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { runGit } from './run-git.ts';

const fileBytesMax = 1024 * 1024;
const allBytesMax = 256 * 1024 * 1024;

/** Files of a commit as lines. What is not there, is binary, over 1 MiB, or past 256 MiB in all is left out. */
export async function readLinesAt(
  gitDirectory: string,
  { commit, paths }: { readonly commit: string; readonly paths: readonly string[] },
  signal?: CancelSignal,
): Promise<ReadonlyMap<string, readonly string[]>> {
  // A line break would be read as the end of the name.
  const asked = paths.filter((path) => !/[\n\0]/.test(path));
  if (asked.length === 0) return new Map();
  const sizes = await runGit(gitDirectory, ['cat-file', '--batch-check=%(objecttype) %(objectsize) %(objectname)'], {
    signal,
    stdin: asked.map((path) => `${commit}:${path}\n`).join(''),
  });
  const objects = wanted(asked, sizes.stdout.toString().split('\n'));
  const content = await runGit(gitDirectory, ['cat-file', '--batch=%(objectname) %(objectsize)'], {
    signal,
    stdin: [...objects.values()].map((id) => `${id}\n`).join(''),
    stdoutBytesMax: allBytesMax + objects.size * 200,
  });
  const texts = parseBatch(content.stdout);
  return new Map(
    [...objects].flatMap(([path, id]) => {
      const lines = texts.get(id);
      return lines === undefined ? [] : [[path, lines] as const];
    }),
  );
}

/** Object id by path, of files that are small enough, until all together are too large. */
function wanted(paths: readonly string[], answers: readonly string[]): ReadonlyMap<string, string> {
  const objects = new Map<string, string>();
  let total = 0;
  for (const [index, path] of paths.entries()) {
    const [type, size, id] = (answers[index] ?? '').split(' ');
    const bytes = Number(size);
    if (type !== 'blob' || id === undefined || !(bytes <= fileBytesMax) || total + bytes > allBytesMax) continue;
    total += bytes;
    objects.set(path, id);
  }
  return objects;
}

function parseBatch(bytes: Buffer): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, readonly string[]>();
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(0x0a, at);
    if (end === -1) break;
    const [id = '', size = '0'] = bytes.toString('latin1', at, end).split(' ');
    const content = bytes.subarray(end + 1, end + 1 + Number(size));
    if (!content.includes(0)) texts.set(id, content.toString('utf8').split('\n'));
    at = end + 2 + Number(size);
  }
  return texts;
}
