// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { ArchiveLimits } from '../../platform/archives/archive-file.ts';
import { isArchiveFault } from '../../platform/archives/is-archive-fault.ts';
import { archiveFormatOf, gunzipped, readPackedFile } from '../../platform/archives/read-packed-file.ts';

/** What lies in an archive, in its order, each with its SHA-256. A gzip that is no tar has one member without a name. */
export type ArchiveMembers = { readonly format: 'zip' | 'tar' | 'gzip'; readonly members: ReadonlyMap<string, string> };

const mebibyte = 1024 * 1024;
const limits: ArchiveLimits = { filesMax: 200_000, fileBytesMax: 512 * mebibyte, totalBytesMax: 8192 * mebibyte };

/** The members of a zip (jar, wheel), tar, tar.gz or gzip file; null for anything else, or where it cannot be read whole. */
export async function archiveMembers(path: string): Promise<ArchiveMembers | null> {
  try {
    return await readMembers(path);
  } catch (error) {
    if (isArchiveFault(error)) return null; // the files themselves are still told apart
    throw error;
  }
}

async function readMembers(path: string): Promise<ArchiveMembers | null> {
  const format = await archiveFormatOf(path);
  if (format === null) return null;
  const members = new Map<string, string>();
  if (format === 'gzip') {
    const hash = createHash('sha256');
    for await (const chunk of gunzipped(path, limits.totalBytesMax)) hash.update(chunk);
    return { format: 'gzip', members: members.set('', hash.digest('hex')) };
  }
  for await (const { name, bytes } of readPackedFile(path, format, { limits }))
    members.set(name, createHash('sha256').update(bytes).digest('hex'));
  return { format: format === 'zip' ? 'zip' : 'tar', members };
}
