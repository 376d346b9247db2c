// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ArchiveFault, type ArchiveFile, type ArchiveLimits } from '../../platform/archives/archive-file.ts';
import { fileSource } from '../../platform/archives/byte-source.ts';
import { isTar, readTar } from '../../platform/archives/read-tar.ts';
import { readZip } from '../../platform/archives/read-zip.ts';

/** What lies in an archive, in its order, each with its SHA-256. A gzip that is no tar has one member without a name. */
export type ArchiveMembers = { readonly format: 'zip' | 'tar' | 'gzip'; readonly members: ReadonlyMap<string, string> };

const mebibyte = 1024 * 1024;
const limits: ArchiveLimits = { filesMax: 200_000, fileBytesMax: 512 * mebibyte, totalBytesMax: 8192 * mebibyte };

/** The members of a zip (jar, wheel), tar, tar.gz or gzip file; null for anything else, or where it cannot be read whole. */
export async function archiveMembers(path: string): Promise<ArchiveMembers | null> {
  const format = await formatOf(path);
  if (format === null) return null;
  try {
    return await readMembers(path, format);
  } catch (error) {
    if (error instanceof ArchiveFault || isZlibError(error)) return null; // the files themselves are still told apart
    throw error;
  }
}

async function readMembers(path: string, format: 'zip' | 'tar' | 'gzip'): Promise<ArchiveMembers> {
  if (format === 'zip') {
    const file = await open(path);
    try {
      return { format, members: await digestsOf(readZip(await fileSource(file), { limits })) };
    } finally {
      await file.close();
    }
  }
  if (format === 'tar') return { format, members: await digestsOf(readTar(createReadStream(path), { limits })) };
  if (isTar(await startOf(unpacked(path))))
    return { format: 'tar', members: await digestsOf(readTar(unpacked(path), { limits })) };
  const hash = createHash('sha256');
  for await (const chunk of unpacked(path)) hash.update(chunk as Uint8Array);
  return { format, members: new Map([['', hash.digest('hex')]]) };
}

async function digestsOf(files: AsyncIterable<ArchiveFile>): Promise<ReadonlyMap<string, string>> {
  const digests = new Map<string, string>();
  for await (const { name, bytes } of files) digests.set(name, createHash('sha256').update(bytes).digest('hex'));
  return digests;
}

async function formatOf(path: string): Promise<'zip' | 'tar' | 'gzip' | null> {
  const start = await startOf(createReadStream(path, { end: 511 }));
  if (start[0] === 0x1f && start[1] === 0x8b) return 'gzip';
  if (start[0] === 0x50 && start[1] === 0x4b) return 'zip';
  return isTar(start) ? 'tar' : null;
}

async function startOf(chunks: AsyncIterable<unknown>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    parts.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (bytes >= 512) break;
  }
  return Buffer.concat(parts);
}

/** Never more than the limit, whatever the file claims. */
function unpacked(path: string): Transform {
  let bytes = 0;
  const bounded = new Transform({
    transform: (chunk: Buffer, _, done) => {
      bytes += chunk.length;
      if (bytes > limits.totalBytesMax) done(new ArchiveFault(`more than ${limits.totalBytesMax} bytes when unpacked`));
      else done(null, chunk);
    },
  });
  pipeline(createReadStream(path), createGunzip(), bounded, () => undefined); // whoever reads hears of the error
  return bounded;
}

const isZlibError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
