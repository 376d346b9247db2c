// SPDX-License-Identifier: Apache-2.0
import { createReadStream } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { ReleasedBinary } from '@plumbline/core/state/release-entry';
import { ArchiveFault, type ArchiveFile, type ArchiveLimits } from '../platform/archives/archive-file.ts';
import { bufferSource } from '../platform/archives/byte-source.ts';
import { isArchiveFault } from '../platform/archives/is-archive-fault.ts';
import { archiveFormatOf, gunzipped, readPackedFile } from '../platform/archives/read-packed-file.ts';
import { isTar, readTar } from '../platform/archives/read-tar.ts';
import { readZip } from '../platform/archives/read-zip.ts';
import { isZip, packingOf } from '../platform/archives/unpack.ts';
import { binaryBytesMax, hardeningOf, isBinary, isMachO } from '../platform/binaries/hardening-of.ts';
import { readRegularFile } from '../platform/files/read-regular-file.ts';

type Inside = Pick<ArchiveFile, 'name' | 'bytes'>;

const limits: ArchiveLimits = { filesMax: 200_000, fileBytesMax: binaryBytesMax, totalBytesMax: 16 * binaryBytesMax };
const binariesMax = 2000;
const nestingMax = 3;
/** Containers that are not read here: xz, bzip2, zstd, ar (deb), rpm, 7z, cab, compound files (msi), squashfs. */
const closed = [
  'fd377a58',
  '425a68',
  '28b52ffd',
  '213c617263683e',
  'edabeedb',
  '377abcaf',
  '4d534346',
  'd0cf11e0',
  '68737173',
];

/**
 * The ELF and PE files in an artifact: itself, or what lies in a zip, tar or gzip, and in archives within. Null: not all of it could
 * be looked into, as it is damaged, too large, packed in another way, or for another kind of system.
 */
export async function readBinaries(path: string): Promise<readonly ReleasedBinary[] | null> {
  const binaries: ReleasedBinary[] = [];
  try {
    for await (const binary of binariesOf(path)) {
      if (binaries.length === binariesMax) return null;
      binaries.push(binary);
    }
    return binaries;
  } catch (error) {
    if (isArchiveFault(error)) return null;
    throw error;
  }
}

async function* binariesOf(path: string): AsyncGenerator<ReleasedBinary> {
  const format = await archiveFormatOf(path);
  if (format === 'zip' || format === 'tar' || format === 'tar.gz') {
    for await (const file of readPackedFile(path, format, { limits })) yield* binariesIn(file, 1);
  } else if (format === 'gzip') {
    yield* binariesIn({ name: '', bytes: await held(gunzipped(path, limits.fileBytesMax)) }, 1);
  } else {
    const start = await held(createReadStream(path, { end: 8191 }));
    if (isText(start)) return;
    const file = await readRegularFile(path, { bytesMax: limits.fileBytesMax });
    if (file.state !== 'read' || !isKnown(file.bytes)) throw new ArchiveFault('it cannot be looked into');
    yield* binariesIn({ name: '', bytes: file.bytes }, 1);
  }
}

async function* binariesIn({ name, bytes }: Inside, nesting: number): AsyncGenerator<ReleasedBinary> {
  if (isBinary(bytes)) {
    const read = hardeningOf(bytes);
    if (read === null && !isObjectFile(bytes)) throw new ArchiveFault(`${name} is damaged`);
    if (read !== null)
      yield { path: name, format: read.format, hardened: read.hardened, protections: read.protections };
    return;
  }
  if (isMachO(bytes) || isClosed(bytes)) throw new ArchiveFault(`${name} cannot be looked into`);
  const inside = filesIn(bytes);
  if (inside === null) return;
  if (nesting >= nestingMax) throw new ArchiveFault(`${name} lies too deep`);
  for await (const file of inside)
    yield* binariesIn({ name: file.name === '' ? name : `${name}!${file.name}`, bytes: file.bytes }, nesting + 1);
}

/** What an archive within an archive holds; null: it is none. */
function filesIn(bytes: Buffer): AsyncIterable<Inside> | null {
  if (isTar(bytes)) return readTar(once(bytes), { limits });
  if (isZip(bytes)) return readZip(bufferSource(bytes), { limits });
  if (packingOf(bytes) !== 'gzip') return null;
  return once({ name: '', bytes: gunzipSync(bytes, { maxOutputLength: limits.fileBytesMax }) });
}

/** What is still to be linked (ET_REL) has no protections of its own. */
const isObjectFile = (bytes: Buffer): boolean => bytes[0] === 0x7f && (bytes[16] === 1 || bytes[17] === 1);

const isClosed = (bytes: Buffer): boolean => closed.some((magic) => bytes.toString('hex', 0, 8).startsWith(magic));

/** WebAssembly and classes of Java run on a machine of their own. */
const isKnown = (bytes: Buffer): boolean =>
  isBinary(bytes) || ['0061736d', 'cafebabe'].includes(bytes.toString('hex', 0, 4));

const isText = (start: Buffer): boolean => !start.includes(0);

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}

async function held(chunks: AsyncIterable<unknown>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk as Buffer);
  return Buffer.concat(all);
}
