// SPDX-License-Identifier: Apache-2.0
import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join, sep } from 'node:path';

export type FoundProgram =
  | { readonly state: 'found'; readonly path: string }
  /** `refused`: where a program of that name lies from which nothing is run. */
  | { readonly state: 'missing'; readonly refused: string | null };

/** Folders that hold tools, in the order in which they are searched: PLUMBLINE_TOOLS first, then PATH. */
export function programFolders(): readonly string[] {
  const lists = [process.env['PLUMBLINE_TOOLS'], process.env['PATH']];
  // A relative folder would let the current one, perhaps the scanned repository, supply the program.
  return lists.flatMap((list) => (list ?? '').split(delimiter)).filter((folder) => isAbsolute(folder));
}

/**
 * The first program of one of `names`. What lies in an untrusted folder, also by way of a link, is passed over: a repository
 * that brings a program called `semgrep` would otherwise be scanned by it, or run it.
 */
export async function findProgram(
  names: readonly string[],
  untrustedFolders: readonly string[],
): Promise<FoundProgram> {
  const untrusted = await Promise.all(untrustedFolders.map((folder) => realpath(folder).catch(() => folder)));
  const isUntrusted = (path: string): boolean =>
    untrusted.some((folder) => path === folder || path.startsWith(`${folder}${sep}`));
  let refused: string | null = null;
  for (const name of names.flatMap((name) => fileNames(name))) {
    for (const folder of programFolders()) {
      const path = join(folder, name);
      if (!(await isProgram(path))) continue;
      const places = [path, await realpath(path), join(await realpath(folder), name)];
      if (!places.some(isUntrusted)) return { state: 'found', path };
      refused ??= path;
    }
  }
  return { state: 'missing', refused };
}

const fileNames = (name: string): readonly string[] => (process.platform === 'win32' ? [`${name}.exe`] : [name]);

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false; // not there, or not for us
  }
}
