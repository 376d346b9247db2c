// SPDX-License-Identifier: Apache-2.0
import { chmod, lstat, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';

export type WalkedFile =
  | { readonly path: string; readonly kind: 'file'; readonly bytes: number; readonly executable: boolean }
  | { readonly path: string; readonly kind: 'link'; readonly target: string }
  | { readonly path: string; readonly kind: 'other'; readonly because: string };

export type Walked = { readonly files: readonly WalkedFile[]; readonly cut: boolean };

const depthMax = 100;

/**
 * Everything that is no folder below `root`, in the order of the paths, following no link. What a build left unreadable is
 * made readable for us. Only for folders that no process writes in any more. `cut`: there is more than `filesMax`.
 */
export async function walkFiles(root: string, filesMax: number): Promise<Walked> {
  const files: WalkedFile[] = [];
  let cut = false;
  const visit = async (folder: string, depth: number): Promise<void> => {
    await chmod(join(root, folder), 0o755);
    const names = await readdir(join(root, folder));
    for (const name of names.sort()) {
      if (files.length >= filesMax || depth > depthMax) {
        cut = true;
        return;
      }
      const path = folder === '' ? name : `${folder}/${name}`;
      const stat = await lstat(join(root, path));
      if (stat.isDirectory()) await visit(path, depth + 1);
      else if (stat.isFile()) {
        if ((stat.mode & 0o400) === 0) await chmod(join(root, path), stat.mode | 0o400);
        files.push({ path, kind: 'file', bytes: stat.size, executable: (stat.mode & 0o111) !== 0 });
      } else if (stat.isSymbolicLink()) files.push({ path, kind: 'link', target: await readlink(join(root, path)) });
      else files.push({ path, kind: 'other', because: 'it is a device, a pipe or a socket' });
    }
  };
  await visit('', 0);
  return { files, cut };
}
