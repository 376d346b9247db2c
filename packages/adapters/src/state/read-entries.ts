// SPDX-License-Identifier: Apache-2.0
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Digest, digestOf } from '@plumbline/core/digest';
import type { StateEntry } from '@plumbline/core/state/state-store';
import { readRegularFile } from '../platform/files/read-regular-file.ts';

const entryBytesMax = 64 * 1024 * 1024;
const name = /^([0-9a-f]{64})\.json$/;

/** The entries of one folder whose content is what their name says; the others by name. No folder: none. */
export async function readEntries(
  folder: string,
): Promise<{ readonly intact: readonly StateEntry[]; readonly broken: readonly string[] }> {
  const intact: StateEntry[] = [];
  const broken: string[] = [];
  for (const file of await namesIn(folder)) {
    const id = digestOfName(file);
    // What has another name is a file that was being written when a process died, or not ours.
    if (id === null) continue;
    const entry = await readEntry(join(folder, file), id);
    if (entry === null) broken.push(file);
    else intact.push(entry);
  }
  return { intact, broken };
}

function digestOfName(file: string): Digest | null {
  const digits = name.exec(file)?.[1];
  return digits === undefined ? null : `sha256:${digits}`;
}

async function readEntry(path: string, id: Digest): Promise<StateEntry | null> {
  const read = await readRegularFile(path, { bytesMax: entryBytesMax });
  if (read.state !== 'read') return null;
  try {
    const value: unknown = JSON.parse(read.bytes.toString('utf8'));
    return digestOf(value) === id ? { id, value } : null;
  } catch {
    return null; // cut off or overwritten: the caller lists it as broken
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
