// SPDX-License-Identifier: Apache-2.0
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { PlumblineError } from '@plumbline/core/errors';
import { ArchiveFault } from '../platform/archives/archive-file.ts';
import type { ByteSource } from '../platform/archives/byte-source.ts';
import { isTar, readTar } from '../platform/archives/read-tar.ts';
import { readZip } from '../platform/archives/read-zip.ts';
import { isZip, packingOf, unpackers } from '../platform/archives/unpack.ts';
import { UnreadPacking } from '../platform/archives/unpack-xz.ts';
import { artifactLimits } from './artifact-limits.ts';
import type { ArtifactReading } from './artifact-reading.ts';
import { isExecutable } from './executables/executable-sections.ts';
import { javaArchive } from './packages/java-archive.ts';
import { debianByName } from './packages/dpkg-status.ts';
import { debianMembers, isDebian } from './debian-members.ts';
import { mayTell, readFile, readUnpacked } from './read-file.ts';
import { readJava } from './read-java.ts';
import { refuseEscape } from '../platform/archives/safe-names.ts';

/** One file, by what it begins with. Throws ArchiveFault, and `input-invalid` for a file that is no artifact. */
export async function readArchive(path: string, source: ByteSource, reading: ArtifactReading): Promise<void> {
  const start = await source.read(0, Math.min(512, source.size));
  if (isDebian(start)) {
    for (const { name, from, to } of await debianMembers(source))
      await readPacked(name, createReadStream(path, { start: from, end: to - 1 }), reading);
    reading.own ??= debianByName(basename(path));
    return;
  }
  if (isZip(start)) return readZipped(path, source, reading);
  if (isExecutable(start)) {
    await readFile(basename(path), source, reading);
    reading.own ??=
      reading.packages.findLast(({ type, foundIn }) => type === 'application' && foundIn === basename(path)) ?? null;
    return;
  }
  if (packingOf(start) !== 'none' || isTar(start)) return readPacked(path, createReadStream(path), reading);
  throw new PlumblineError('input-invalid', 'this is no kind of artifact that is read here', {
    path,
    next: 'Pass an archive (zip, tar, gz, jar, wheel, deb), a binary of Go or Rust, or a folder',
  });
}

async function readZipped(path: string, source: ByteSource, reading: ArtifactReading): Promise<void> {
  if (javaArchive.test(path)) {
    reading.own = await readJava({ path: basename(path), source, depth: 1 }, reading);
    return;
  }
  const wants = (entry: Parameters<typeof mayTell>[0]): boolean => mayTell(entry, reading);
  for await (const { name, bytes } of readZip(source, { limits: artifactLimits, wants, onEntry: refuseEscape }))
    await readUnpacked(name, bytes, reading);
}

/** A tar, packed or not; of one packed file, that file. */
async function readPacked(path: string, stream: Readable, reading: ArtifactReading): Promise<void> {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const first = await chunks.next();
  const packed = replay(first.done === true ? Buffer.alloc(0) : first.value, chunks);
  const packing = first.done === true ? 'none' : packingOf(first.value);
  if (packing === 'bzip2') {
    stream.destroy();
    return reading.remark(basename(path), `packed with ${packing}, which is not read here`);
  }
  const unpacked = unpackers[packing](packed)[Symbol.asyncIterator]();
  try {
    await readUnpackedStream(path, unpacked, reading);
  } catch (cause) {
    if (!(cause instanceof UnreadPacking)) throw cause;
    reading.remark(basename(path), cause.message);
  } finally {
    await unpacked.return?.();
    stream.destroy();
  }
}

async function readUnpackedStream(path: string, all: AsyncIterator<Buffer>, reading: ArtifactReading): Promise<void> {
  const head = await all.next();
  const start = head.done === true ? Buffer.alloc(0) : head.value;
  const whole = replay(start, all);
  if (isTar(start)) {
    const wants = (entry: Parameters<typeof mayTell>[0]): boolean => mayTell(entry, reading);
    for await (const { name, bytes } of readTar(whole, { limits: artifactLimits, wants, onEntry: refuseEscape }))
      await readUnpacked(name, bytes, reading);
    return;
  }
  await readUnpacked(basename(path).replace(/\.(?:gz|zst|xz)$/iu, ''), await held(whole), reading);
}

async function* replay(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function held(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > artifactLimits.fileBytesMax)
      throw new ArchiveFault(`larger than ${artifactLimits.fileBytesMax} bytes when unpacked`);
    all.push(chunk);
  }
  return Buffer.concat(all);
}
