// SPDX-License-Identifier: Apache-2.0
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ArchiveFault, type ArchiveFile, type ReadArchive } from './archive-file.ts';
import { fileSource } from './byte-source.ts';
import { isTar, readTar } from './read-tar.ts';
import { readZip } from './read-zip.ts';
import { isZip, packingOf } from './unpack.ts';

/** What a file is; null: no archive that is read here. */
export type ArchiveFormat = 'zip' | 'tar' | 'tar.gz' | 'gzip' | null;

/** What a file begins with tells what it is. Throws what zlib throws for a damaged gzip. */
export async function archiveFormatOf(path: string): Promise<ArchiveFormat> {
  const start = await startOf(createReadStream(path, { end: 511 }));
  if (isZip(start)) return 'zip';
  if (packingOf(start) !== 'gzip') return isTar(start) ? 'tar' : null;
  return isTar(await startOf(gunzipped(path, Number.MAX_SAFE_INTEGER))) ? 'tar.gz' : 'gzip';
}

/** The regular files of a zip (jar, wheel), tar or tar.gz, one at a time. Throws ArchiveFault, and what zlib throws. */
export async function* readPackedFile(
  path: string,
  format: 'zip' | 'tar' | 'tar.gz',
  read: ReadArchive,
): AsyncGenerator<ArchiveFile> {
  if (format === 'tar') yield* readTar(createReadStream(path), read);
  else if (format === 'tar.gz') yield* readTar(gunzipped(path, read.limits.totalBytesMax), read);
  else {
    const file = await open(path);
    try {
      yield* readZip(await fileSource(file), read);
    } finally {
      await file.close();
    }
  }
}

/** What a gzip holds: never more than `bytesMax`, whatever it claims. */
export function gunzipped(path: string, bytesMax: number): AsyncIterable<Buffer> {
  let bytes = 0;
  const bounded = new Transform({
    transform: (chunk: Buffer, _, done) => {
      bytes += chunk.length;
      if (bytes > bytesMax) done(new ArchiveFault(`more than ${bytesMax} bytes when unpacked`));
      else done(null, chunk);
    },
  });
  pipeline(createReadStream(path), createGunzip(), bounded, () => undefined); // whoever reads hears of the error
  return bounded;
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
