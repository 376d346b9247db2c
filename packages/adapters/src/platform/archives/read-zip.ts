// SPDX-License-Identifier: Apache-2.0
import { crc32, inflateRawSync } from 'node:zlib';
import { ArchiveBounds, ArchiveFault, type ArchiveFile, type ReadArchive } from './archive-file.ts';
import type { ByteSource } from './byte-source.ts';

// APPNOTE.TXT 6.3.10, §4.3
const endSignature = 0x06_05_4b_50;
const end64LocatorSignature = 0x07_06_4b_50;
const end64Signature = 0x06_06_4b_50;
const centralSignature = 0x02_01_4b_50;
const localSignature = 0x04_03_4b_50;
const endBytes = 22;
const commentMax = 65_535;
const centralHead = 46;
const localHead = 30;
const directoryBytesMax = 512 * 1024 * 1024;
const linkBytesMax = 4096;
const absent32 = 0xff_ff_ff_ff;

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly sum: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  readonly isLink: boolean;
  readonly executable: boolean;
};

/**
 * The regular files of a zip archive, one at a time, by its central directory. Stored and deflated entries only; nothing
 * is unpacked beyond the size that the directory announces, and nothing beyond the limits. Folders and empty files are
 * passed over, and so are links. Throws ArchiveFault.
 */
export async function* readZip(source: ByteSource, read: ReadArchive): AsyncGenerator<ArchiveFile> {
  const bounds = new ArchiveBounds(read.limits);
  for (const entry of entriesOf(await centralDirectory(source), read.limits.filesMax)) {
    const { name, size } = entry;
    const link = entry.isLink ? await targetOf(source, entry) : null;
    read.onEntry?.({ name, size, link });
    if (link !== null || name.endsWith('/') || size === 0) continue;
    if (read.wants?.({ name, size, link }) === false) continue;
    bounds.check(name, size);
    bounds.take(size);
    const { executable } = entry;
    yield { name, bytes: await contentOf(source, entry), executable };
  }
}

async function targetOf(source: ByteSource, entry: Entry): Promise<string> {
  if (entry.size > linkBytesMax) throw new ArchiveFault(`${entry.name} leads to a path that is too long`);
  return (await contentOf(source, entry)).toString('utf8');
}

async function centralDirectory(source: ByteSource): Promise<Buffer> {
  const tailBytes = Math.min(source.size, endBytes + commentMax);
  const tail = await source.read(source.size - tailBytes, tailBytes);
  const at = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (at === -1 || at + endBytes > tail.length || tail.readUInt32LE(at) !== endSignature)
    throw new ArchiveFault('not a whole zip archive: its directory is missing');
  let [bytes, offset] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
  if (bytes === absent32 || offset === absent32 || tail.readUInt16LE(at + 10) === 0xff_ff) {
    const locator = at - 20;
    if (locator >= 0 && tail.readUInt32LE(locator) === end64LocatorSignature) {
      const end64 = await source.read(Number(tail.readBigUInt64LE(locator + 8)), 56);
      if (end64.readUInt32LE(0) !== end64Signature) throw new ArchiveFault('its directory (zip64) is torn');
      [bytes, offset] = [Number(end64.readBigUInt64LE(40)), Number(end64.readBigUInt64LE(48))];
    }
  }
  if (bytes > directoryBytesMax) throw new ArchiveFault(`its directory is larger than ${directoryBytesMax} bytes`);
  return source.read(offset, bytes);
}

function* entriesOf(directory: Buffer, filesMax: number): Generator<Entry> {
  let count = 0;
  for (let at = 0; at + centralHead <= directory.length; count += 1) {
    if (directory.readUInt32LE(at) !== centralSignature) throw new ArchiveFault('its directory is torn');
    if (count > filesMax) throw new ArchiveFault(`more than ${filesMax} files`);
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field));
    const name = directory.toString('utf8', at + centralHead, at + centralHead + (nameBytes ?? 0));
    const extra = directory.subarray(
      at + centralHead + (nameBytes ?? 0),
      at + centralHead + (nameBytes ?? 0) + (extraBytes ?? 0),
    );
    if ((directory.readUInt16LE(at + 8) & 1) === 1) throw new ArchiveFault(`${name} is encrypted`);
    const entry = sizesOf(
      {
        name,
        method: directory.readUInt16LE(at + 10),
        sum: directory.readUInt32LE(at + 16),
        packed: directory.readUInt32LE(at + 20),
        size: directory.readUInt32LE(at + 24),
        offset: directory.readUInt32LE(at + 42),
        executable: ((directory.readUInt32LE(at + 38) >>> 16) & 0o111) !== 0,
        isLink: ((directory.readUInt32LE(at + 38) >>> 16) & 0o170_000) === 0o120_000,
      },
      extra,
    );
    yield entry;
    at += centralHead + (nameBytes ?? 0) + (extraBytes ?? 0) + (commentBytes ?? 0);
  }
}

/** §4.5.3: sizes and offset that do not fit are in an extra field, in this order. */
function sizesOf(entry: Entry, extra: Buffer): Entry {
  for (let at = 0; at + 4 <= extra.length;) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1 && at + 4 + length <= extra.length) {
      let next = at + 4;
      const wide = (value: number): number => {
        if (value !== absent32) return value;
        if (next + 8 > at + 4 + length) throw new ArchiveFault(`the sizes of ${entry.name} are torn`);
        next += 8;
        return Number(extra.readBigUInt64LE(next - 8));
      };
      return { ...entry, size: wide(entry.size), packed: wide(entry.packed), offset: wide(entry.offset) };
    }
    at += 4 + length;
  }
  return entry;
}

async function contentOf(source: ByteSource, entry: Entry): Promise<Buffer> {
  const head = await source.read(entry.offset, localHead);
  if (head.readUInt32LE(0) !== localSignature) throw new ArchiveFault(`${entry.name} is torn`);
  const start = entry.offset + localHead + head.readUInt16LE(26) + head.readUInt16LE(28);
  const packed = await source.read(start, entry.packed);
  const bytes = unpacked(packed, entry);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.sum)
    throw new ArchiveFault(`${entry.name} is not what its checksum says`);
  return bytes;
}

function unpacked(packed: Buffer, { name, method, size }: Entry): Buffer {
  if (method === 0) return packed;
  if (method !== 8) throw new ArchiveFault(`${name} is packed in a way that is not read here (${method})`);
  try {
    return inflateRawSync(packed, { maxOutputLength: size });
  } catch (cause) {
    throw new ArchiveFault(`${name} does not unpack to the size that it announces`, { cause });
  }
}
