// SPDX-License-Identifier: Apache-2.0
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

export type RegularFile =
  | { readonly state: 'read'; readonly bytes: Buffer }
  | { readonly state: 'missing' | 'not-regular' | 'too-large' | 'unreadable' };

/**
 * Reads a file of at most `bytesMax` bytes. Pipes, sockets and devices are not waited for; a link as the last part of
 * the path is followed only when asked.
 */
export async function readRegularFile(
  path: string,
  options: { readonly bytesMax: number; readonly followLink?: boolean },
): Promise<RegularFile> {
  // O_NONBLOCK: opening a named pipe must not wait for its other end.
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (options.followLink === true ? 0 : noFollow());
  let file: FileHandle;
  try {
    file = await open(path, flags);
  } catch (error) {
    return { state: stateOf(error) };
  }
  try {
    const stat = await file.stat();
    if (!stat.isFile()) return { state: 'not-regular' };
    if (stat.size > options.bytesMax) return { state: 'too-large' };
    return await readAtMost(file, stat.size, options.bytesMax);
  } catch {
    return { state: 'unreadable' };
  } finally {
    await file.close();
  }
}

async function readAtMost(file: FileHandle, size: number, bytesMax: number): Promise<RegularFile> {
  // One byte more than announced tells a file that grew, or one like those of /proc that says 0.
  const bytes = Buffer.allocUnsafe(Math.min(Math.max(size, 4096), bytesMax) + 1);
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, filled);
    if (bytesRead === 0) return { state: 'read', bytes: bytes.subarray(0, filled) };
    filled += bytesRead;
  }
  return { state: 'too-large' };
}

function noFollow(): number {
  return constants.O_NOFOLLOW ?? 0; // Windows has none
}

function stateOf(error: unknown): 'missing' | 'not-regular' | 'unreadable' {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
  return code === 'ELOOP' || code === 'EISDIR' || code === 'ENXIO' ? 'not-regular' : 'unreadable';
}
