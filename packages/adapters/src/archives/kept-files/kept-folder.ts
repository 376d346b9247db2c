// SPDX-License-Identifier: Apache-2.0
import { readdir, realpath, rm } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { PlumblineError } from '@plumbline/core/errors';
import { createFolder } from '../../platform/files/create-folder.ts';
import { flushFolder } from '../../platform/files/flush-folder.ts';

/** A folder of an archive on this machine. Folders in it that are links leading out of it are refused with `input-unreadable`. */
export type KeptFolder = {
  /** The path of a file below the folder; its own folder is made, and made to last, when `make` is asked. */
  readonly place: (parts: readonly string[], make?: 'make') => Promise<string>;
  /** Names in a folder below, sorted; none when it is not there. */
  readonly list: (...parts: readonly string[]) => Promise<readonly string[]>;
  readonly remove: (...parts: readonly string[]) => Promise<void>;
};

export function keptFolder(root: string): KeptFolder {
  const checked = new Set<string>();
  const inside = async (folder: string): Promise<string> => {
    if (checked.has(folder)) return folder;
    const [real, realRoot] = [await realpath(folder).catch(() => null), await realpath(root).catch(() => null)];
    if (realRoot === null) return folder; // not there yet: nothing to follow
    if (real === null) {
      await inside(dirname(folder)); // what it would be made in
      return folder;
    }
    if (real !== realRoot && !real.startsWith(`${realRoot}${sep}`))
      throw new PlumblineError('input-unreadable', 'a link leads out of the archive', { path: folder });
    checked.add(folder);
    return folder;
  };
  const place: KeptFolder['place'] = async (parts, make) => {
    const path = join(root, ...parts);
    await inside(dirname(path));
    if (make === 'make' && !checked.has(dirname(path))) await makeLasting(dirname(path));
    return path;
  };
  return {
    place,
    list: async (...parts) => namesIn(await inside(join(root, ...parts))),
    remove: async (...parts) => {
      const path = await place(parts);
      await rm(path, { force: true });
      await flushFolder(dirname(path));
    },
  };
}

/** Makes a folder and those above it, and flushes each folder that got a new one. */
async function makeLasting(folder: string): Promise<void> {
  const first = await createFolder(folder);
  if (first === null) return;
  try {
    for (let made = resolve(folder); ; made = dirname(made)) {
      await flushFolder(dirname(made));
      if (made === resolve(first) || dirname(made) === made) return;
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new PlumblineError('output-unwritable', `cannot write ${folder}: ${reason}`, { path: folder, cause });
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).toSorted();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw new PlumblineError('input-unreadable', 'the archive cannot be read', { path: folder, cause });
  }
}
