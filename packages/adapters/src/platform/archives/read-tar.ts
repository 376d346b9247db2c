// SPDX-License-Identifier: Apache-2.0
import { ArchiveBounds, ArchiveFault, type ArchiveFile, type ReadArchive } from './archive-file.ts';

const block = 512;
const nameBytesMax = 64 * 1024;

/** Whether bytes begin with a header of POSIX tar (POSIX.1-1988 ustar, or GNU). */
export function isTar(bytes: Uint8Array): boolean {
  return bytes.length >= 263 && Buffer.from(bytes.subarray(257, 262)).toString('latin1') === 'ustar';
}

/**
 * The regular files of a tar archive as it streams by. Names of GNU (`L`, `K`) and pax (`x`) records are taken; links,
 * folders and devices are passed over: nothing is unpacked to the disk. Throws ArchiveFault.
 */
export async function* readTar(chunks: AsyncIterable<Buffer>, read: ReadArchive): AsyncGenerator<ArchiveFile> {
  const source = new Blocks(chunks);
  const bounds = new ArchiveBounds(read.limits);
  let long: LongNames = {};
  for (;;) {
    const head = await source.take(block);
    if (head === null || head.every((byte) => byte === 0)) return;
    const size = sizeOf(head);
    const type = String.fromCharCode(head[156] ?? 0);
    if (type === 'x' || type === 'L' || type === 'K') {
      if (size > nameBytesMax) throw new ArchiveFault('a name is too long');
      long = Object.assign({}, long, namesIn(type, (await source.content(size)).toString('utf8')));
      continue;
    }
    const entry = { name: long.name ?? nameOf(head), size, link: linkOf(head, type, long) };
    long = {};
    read.onEntry?.(entry);
    const isFile = type === '0' || type === '\0';
    bounds.take(size);
    if (!isFile || read.wants?.(entry) === false) await source.pass(size);
    else {
      bounds.check(entry.name, size);
      const [mode, modifiedAt] = [octal(head.subarray(100, 108)), octal(head.subarray(136, 148))];
      const bytes = await source.content(size);
      const executable = ((mode ?? 0) & 0o111) !== 0;
      yield { name: entry.name, bytes, executable, ...(modifiedAt !== null && { modifiedAt }) };
    }
  }
}

/** Names that do not fit into a header stand in a record before it. */
type LongNames = { readonly name?: string; readonly link?: string };

function namesIn(type: string, text: string): LongNames {
  const whole = text.replace(/\0.*$/s, '');
  if (type === 'L') return { name: whole };
  if (type === 'K') return { link: whole };
  const [name, link] = [paxField(text, 'path'), paxField(text, 'linkpath')];
  return { ...(name !== null && { name }), ...(link !== null && { link }) };
}

/** Hard links (1) lead to a name of the archive, symbolic ones (2) from where they stand. */
function linkOf(head: Buffer, type: string, { link }: LongNames): string | null {
  return type === '1' || type === '2' ? (link ?? head.toString('utf8', 157, 257).replace(/\0.*$/s, '')) : null;
}

function sizeOf(head: Buffer): number {
  const field = head.subarray(124, 136);
  const size =
    ((field[0] ?? 0) & 0x80) === 0
      ? Number.parseInt(field.toString('latin1').replace(/[\0 ].*$/s, '') || '0', 8)
      : Number(field.readBigUInt64BE(4)); // GNU: base 256
  if (!Number.isSafeInteger(size) || size < 0) throw new ArchiveFault('not a tar archive: a size is none');
  return size;
}

/** Null where the field holds no number of that kind. */
function octal(field: Buffer): number | null {
  const [digits] = /^[0-7]{1,12}/.exec(field.toString('latin1').trimStart()) ?? [];
  return digits === undefined ? null : Number.parseInt(digits, 8);
}

function nameOf(head: Buffer): string {
  const text = (from: number, to: number): string => head.toString('utf8', from, to).replace(/\0.*$/s, '');
  const prefix = text(345, 500);
  return prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`;
}

/** `27 path=a/b\n`: the records of a pax header. */
function paxField(text: string, key: 'path' | 'linkpath'): string | null {
  const pattern = key === 'path' ? /(?:^|\n)\d{1,6} path=([^\n]*)\n/ : /(?:^|\n)\d{1,6} linkpath=([^\n]*)\n/;
  return pattern.exec(text)?.[1] ?? null;
}

/** Hands out exact numbers of bytes of a stream. */
class Blocks {
  readonly #chunks: AsyncIterator<Buffer>;
  #held: Buffer[] = [];
  #bytes = 0;

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Null at the end of the stream; a stream that ends inside is torn. */
  async take(length: number): Promise<Buffer | null> {
    while (this.#bytes < length) {
      const next = await this.#chunks.next();
      if (next.done === true) {
        if (this.#bytes === 0) return null;
        throw new ArchiveFault('the archive is cut short');
      }
      this.#held.push(next.value);
      this.#bytes += next.value.length;
    }
    const all = this.#held.length === 1 && this.#held[0] !== undefined ? this.#held[0] : Buffer.concat(this.#held);
    this.#held = [all.subarray(length)];
    this.#bytes -= length;
    return all.subarray(0, length);
  }

  /** Content of a file, and the rest of its last block. */
  async content(size: number): Promise<Buffer> {
    const bytes = await this.take(Math.ceil(size / block) * block);
    if (bytes === null && size > 0) throw new ArchiveFault('the archive is cut short');
    return Buffer.from((bytes ?? Buffer.alloc(0)).subarray(0, size));
  }

  async pass(size: number): Promise<void> {
    for (let left = Math.ceil(size / block); left > 0; left -= 1)
      if ((await this.take(block)) === null) throw new ArchiveFault('the archive is cut short');
  }
}
