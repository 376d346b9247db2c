// SPDX-License-Identifier: Apache-2.0
import { ArchiveFault, type ArchiveEntry } from './archive-file.ts';

/**
 * Refuses an archive that would write outside the folder it is unpacked in: nothing is unpacked here, but who ships such
 * a file has something in mind that no bill of materials can say. Throws ArchiveFault.
 */
export function refuseEscape({ name, link }: ArchiveEntry): void {
  if (leaves('', name)) throw new ArchiveFault(`${shown(name)} lies outside the archive`);
  if (link === null || link.startsWith('/')) return; // from the root, as packages of a distribution have them
  const at = name.replace(/\/$/u, '').lastIndexOf('/');
  if (leaves(at === -1 ? '' : name.slice(0, at), link))
    throw new ArchiveFault(`${shown(name)} is a link that leads out of the archive, to ${shown(link)}`);
}

/** Whether a path that begins in a folder ends outside of the root. */
function leaves(folder: string, path: string): boolean {
  if (/^[\\/]|^[a-z]:/iu.test(path)) return true;
  let depth = 0;
  for (const segment of `${folder}/${path}`.split(/[\\/]/u)) {
    if (segment === '' || segment === '.') continue;
    depth += segment === '..' ? -1 : 1;
    if (depth < 0) return true;
  }
  return false;
}

const shown = (name: string): string => JSON.stringify(name.slice(0, 200));
