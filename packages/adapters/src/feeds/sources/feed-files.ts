// SPDX-License-Identifier: Apache-2.0
import { constants, createReadStream } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { PlumblineError } from '@plumbline/core/errors';
import { ArchiveBounds, ArchiveFault } from '../../platform/archives/archive-file.ts';
import { isArchiveFault } from '../../platform/archives/is-archive-fault.ts';
import { fileSource } from '../../platform/archives/byte-source.ts';
import { isTar, readTar } from '../../platform/archives/read-tar.ts';
import { readZip } from '../../platform/archives/read-zip.ts';
import { isZip, packingOf } from '../../platform/archives/unpack.ts';
import { readRegularFile } from '../../platform/files/read-regular-file.ts';
import { type FeedFile, feedLimits } from './feed-file.ts';

/** Files that may hold feed data; others of a folder or archive are not even read. */
const endings = /\.(?:json|jsonl|ya?ml|csv|md)(?:\.gz)?$/i;
/** A single file that is not one of many: EPSS and KEV are larger than an advisory. */
const singleBytesMax = 256 * 1024 * 1024;

/**
 * The files of a source, one at a time: a folder with all below it, a zip, a tar, either of them or a single file with
 * gzip, or a single file. Links are not followed below what is named. Throws `input-unreadable` or `input-invalid`.
 */
export async function* feedFiles(path: string): AsyncGenerator<FeedFile> {
  try {
    for await (const file of await filesOf(path)) if (endings.test(file.name)) yield file;
  } catch (cause) {
    if (cause instanceof PlumblineError) throw cause;
    if (isArchiveFault(cause))
      throw new PlumblineError('input-invalid', `cannot be unpacked: ${cause.message}`, { path, cause });
    throw cause;
  }
}

async function filesOf(path: string): Promise<AsyncIterable<FeedFile>> {
  // O_NONBLOCK: opening a named pipe must not wait for its other end.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch((cause: unknown) => {
    throw new PlumblineError('input-unreadable', 'there is no such file or folder, or it cannot be read', {
      path,
      cause,
    });
  });
  const stat = await file.stat();
  if (stat.isDirectory()) {
    await file.close();
    return folderFiles(path, new ArchiveBounds(feedLimits));
  }
  return stat.isFile() ? openedFiles(path, file) : refuseSpecial(path, file);
}

async function refuseSpecial(path: string, file: { close: () => Promise<void> }): Promise<never> {
  await file.close();
  throw new PlumblineError('input-unreadable', 'neither a file nor a folder', { path });
}

async function* openedFiles(path: string, file: Awaited<ReturnType<typeof open>>): AsyncGenerator<FeedFile> {
  try {
    const start = Buffer.alloc(512);
    await file.read(start, 0, start.length, 0);
    if (isZip(start)) yield* readZip(await fileSource(file), { limits: feedLimits });
    else if (packingOf(start) === 'gzip') yield* gzipFiles(path);
    else if (isTar(start)) yield* readTar(createReadStream(path), { limits: feedLimits });
    else yield { name: basename(path), bytes: await bytesOf(path, singleBytesMax) };
  } finally {
    await file.close();
  }
}

/** What is in gzip: a tar, else one file. */
async function* gzipFiles(path: string): AsyncGenerator<FeedFile> {
  const chunks = createReadStream(path).pipe(createGunzip())[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const first = await chunks.next();
  const start = first.done === true ? Buffer.alloc(0) : first.value;
  const all = (async function* (): AsyncGenerator<Buffer> {
    yield start;
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
  })();
  if (isTar(start)) {
    yield* readTar(all, { limits: feedLimits });
    return;
  }
  const held: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of all) {
    bytes += chunk.length;
    if (bytes > singleBytesMax) throw new ArchiveFault(`larger than ${singleBytesMax} bytes when unpacked`);
    held.push(chunk);
  }
  yield { name: basename(path).replace(/\.gz$/i, ''), bytes: Buffer.concat(held) };
}

async function* folderFiles(folder: string, bounds: ArchiveBounds): AsyncGenerator<FeedFile> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== '.git') yield* folderFiles(path, bounds);
    if (!entry.isFile() || !endings.test(entry.name)) continue;
    if (entry.name.toLowerCase().endsWith('.gz')) yield* gzipFiles(path);
    else {
      const bytes = await bytesOf(path, feedLimits.fileBytesMax);
      bounds.take(bytes.length);
      yield { name: path, bytes };
    }
  }
}

async function bytesOf(path: string, bytesMax: number): Promise<Buffer> {
  const file = await readRegularFile(path, { bytesMax, followLink: true });
  if (file.state === 'read') return file.bytes;
  throw new PlumblineError('input-unreadable', `cannot be read: ${file.state}`, { path });
}
