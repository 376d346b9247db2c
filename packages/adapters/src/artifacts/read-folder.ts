// SPDX-License-Identifier: Apache-2.0
import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { ArchiveFault } from '../platform/archives/archive-file.ts';
import { fileSource } from '../platform/archives/byte-source.ts';
import type { ArtifactReading } from './artifact-reading.ts';
import { artifactLimits } from './artifact-limits.ts';
import { readFile } from './read-file.ts';

const depthMax = 64;

/**
 * Every file of a folder and below it, in the order of their paths. Links are not followed, so nothing outside is read;
 * what cannot be read costs only itself.
 */
export async function readFolder(root: string, reading: ArtifactReading): Promise<void> {
  let files = 0;
  // packages are told by the folder that they lie in
  const above = basename(resolve(root)) === 'node_modules' ? 'node_modules/' : '';
  const visit = async (folder: string, depth: number): Promise<void> => {
    if (depth > depthMax) return reading.remark(folder, `more than ${depthMax} folders deep: not looked into`);
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => null);
    if (entries === null) return reading.remark(folder, 'cannot be listed');
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && entry.name !== '.git') await visit(path, depth + 1);
      if (!entry.isFile()) continue;
      files += 1;
      if (files > artifactLimits.filesMax) throw new ArchiveFault(`more than ${artifactLimits.filesMax} files`);
      await readOne(join(root, path), above + path, reading);
    }
  };
  await visit('', 0);
}

async function readOne(place: string, path: string, reading: ArtifactReading): Promise<void> {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const file = await open(place, flags).catch(() => null);
  if (file === null) return reading.remark(path, 'cannot be read');
  try {
    const stat = await file.stat();
    if (stat.isFile()) await readFile(path, await fileSource(file), reading);
  } catch (cause) {
    if (!(cause instanceof ArchiveFault)) throw cause;
    reading.remark(path, cause.message);
  } finally {
    await file.close();
  }
}
