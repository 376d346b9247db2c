// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { constants, createReadStream, createWriteStream } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { PlumblineError } from '@plumbline/core/errors';
import {
  type ArchiveEntry,
  ArchiveFault,
  type ArchiveFile,
  type ArchiveLimits,
} from '../../platform/archives/archive-file.ts';
import { isArchiveFault } from '../../platform/archives/is-archive-fault.ts';
import { fileSource } from '../../platform/archives/byte-source.ts';
import { isTar, readTar } from '../../platform/archives/read-tar.ts';
import { readZip } from '../../platform/archives/read-zip.ts';
import { refuseEscape } from '../../platform/archives/safe-names.ts';
import { isZip, packingOf, unpackers } from '../../platform/archives/unpack.ts';
import { UnreadPacking } from '../../platform/archives/unpack-xz.ts';
import { createFolder } from '../../platform/files/create-folder.ts';
import type { BuildSource, WriteWish } from './build-source.ts';

const mebibyte = 1024 * 1024;
const packedBytesMax = 2048 * mebibyte;
const limits: ArchiveLimits = { filesMax: 200_000, fileBytesMax: 256 * mebibyte, totalBytesMax: 4096 * mebibyte };
/** The first moment that a zip archive can name: those have no time that is the same everywhere. */
const noTime = 315_532_800;

/**
 * The files of a source archive (tar, packed with gzip, xz or zstd or not at all, or zip), without the one folder that they all lie
 * in. It is copied to `folder` first: what is named by its digest is what is built. Throws `input-unreadable`, and `input-invalid` for
 * one that is torn, unpacks to more than it may, reaches outside itself, or holds links: a build from a part of an archive would
 * be named as one from all of it.
 */
export async function sourceOfArchive(path: string, folder: string): Promise<BuildSource> {
  const copy = join(folder, 'source-archive');
  const sha256 = await copyOf(path, copy);
  const files = new Map<string, number>();
  await named(path, async () => {
    for await (const { name, modifiedAt } of filesOf(copy)) {
      if (files.has(plainName(name))) throw new ArchiveFault('it names the same file twice');
      files.set(plainName(name), modifiedAt ?? 0);
    }
    for (const folder of [...files.keys()].flatMap(foldersAbove))
      if (files.has(folder)) throw new ArchiveFault('it names the same file twice, and once as a folder');
  });
  if (files.size === 0) throw new PlumblineError('input-invalid', 'there is no file in it', { path });
  const top = commonFolder([...files.keys()]);
  const paths = [...files.keys()].map((name) => name.slice(top.length)).toSorted();
  const newest = [...files.values()].reduce((latest, one) => Math.max(latest, one), 0);
  const each = (visit: (place: string, file: ArchiveFile) => Promise<void>): Promise<void> =>
    named(path, async () => {
      for await (const file of filesOf(copy)) await visit(plainName(file.name).slice(top.length), file);
    });
  return {
    material: { name: 'source', uri: null, digest: { sha256 } },
    sourceDateEpoch: newest === 0 ? noTime : newest,
    paths,
    untrustedFolders: [],
    readText: async (wanted) => {
      let text: string | null = null;
      await each(async (place, { bytes }) => {
        if (place === wanted) text = bytes.toString('utf8');
      });
      return text;
    },
    write: (wish) => write(each, wish),
  };
}

/** Copies a file of this machine, bounded, and gives its SHA-256. */
async function copyOf(path: string, copy: string): Promise<string> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch((cause: unknown) => {
    throw new PlumblineError('input-unreadable', 'there is no such file, or it cannot be read', { path, cause });
  });
  const stat = await file.stat();
  if (!stat.isFile() || stat.size > packedBytesMax) {
    await file.close();
    throw new PlumblineError('input-unreadable', `no file of at most ${packedBytesMax} bytes`, { path });
  }
  const hash = createHash('sha256');
  await pipeline(
    file.createReadStream({ end: Math.max(0, stat.size - 1) }),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(copy, { flags: 'wx', mode: 0o600 }),
  );
  return hash.digest('hex');
}

/** Names that differ only in what file systems may pass over are one and the same: written anew, the second one is refused. */
async function write(
  each: (visit: (place: string, file: ArchiveFile) => Promise<void>) => Promise<void>,
  { folder, isIn, reversed, signal }: WriteWish,
): Promise<void> {
  // Backwards costs memory: what is to be written is held as far as the archive may unpack to.
  const later: { readonly place: string; readonly file: ArchiveFile }[] = [];
  const put = async (
    place: string,
    { bytes, executable }: Pick<ArchiveFile, 'bytes' | 'executable'>,
  ): Promise<void> => {
    signal.throwIfAborted();
    await createFolder(dirname(join(folder, place)));
    await writeFile(join(folder, place), bytes, { flag: 'wx', mode: executable ? 0o755 : 0o644 });
  };
  await each(async (place, file) => {
    if (!isIn(place)) return;
    if (reversed) later.push({ place, file });
    else await put(place, file);
  });
  for (const { place, file } of later.toReversed()) await put(place, file);
}

async function* filesOf(copy: string): AsyncGenerator<ArchiveFile> {
  const file = await open(copy);
  try {
    const source = await fileSource(file);
    const start = await source.read(0, Math.min(512, source.size));
    if (isZip(start)) {
      yield* readZip(source, { limits, onEntry: refuse });
      return;
    }
    const packing = packingOf(start);
    if (packing === 'bzip2') throw new ArchiveFault('it is packed with bzip2, which is not read here');
    if (packing === 'none' && !isTar(start)) throw new ArchiveFault('it is no tar or zip archive');
    const unpacked = unpackers[packing](createReadStream(copy) as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
    try {
      yield* readTar({ [Symbol.asyncIterator]: () => unpacked }, { limits, onEntry: refuse });
    } finally {
      await unpacked.return?.();
    }
  } finally {
    await file.close();
  }
}

function refuse(entry: ArchiveEntry): void {
  refuseEscape(entry);
  if (entry.link !== null) throw new ArchiveFault(`${JSON.stringify(entry.name.slice(0, 200))} is a link`);
  if (/[\\\0]/u.test(entry.name) || entry.name.split('/').includes('..'))
    throw new ArchiveFault(`${JSON.stringify(entry.name.slice(0, 200))} is no name of a file`);
}

/** Relative, without `.`. */
const plainName = (name: string): string =>
  name
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');

function foldersAbove(name: string): readonly string[] {
  const parts = name.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** The one folder that all files lie in, with its slash; empty where there is none. */
function commonFolder(names: readonly string[]): string {
  const [first = ''] = names;
  const top = first.slice(0, first.indexOf('/') + 1);
  return top !== '' && names.every((name) => name.startsWith(top)) ? top : '';
}

async function named(path: string, read: () => Promise<void>): Promise<void> {
  try {
    await read();
  } catch (cause) {
    if (cause instanceof UnreadPacking || isArchiveFault(cause))
      throw new PlumblineError('input-invalid', `${basename(path)} cannot be built from: ${cause.message}`, {
        path,
        cause,
      });
    const code = cause instanceof Error && 'code' in cause ? cause.code : null;
    if (code === 'EEXIST' || code === 'EISDIR' || code === 'ENOTDIR')
      throw new PlumblineError('input-invalid', `${basename(path)} names the same file twice on this file system`, {
        path,
        cause,
      });
    throw cause;
  }
}
