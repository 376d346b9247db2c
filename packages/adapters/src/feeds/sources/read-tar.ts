// SPDX-License-Identifier: Apache-2.0
import { fileBytesMax, type FeedFile, SourceBounds, SourceFault } from './feed-file.ts';

const block = 512;
const nameBytesMax = 64 * 1024;

/** Whether bytes begin with a header of POSIX tar (POSIX.1-1988 ustar, or GNU). */
export function isTar(bytes: Uint8Array): boolean {
  return bytes.length >= 263 && Buffer.from(bytes.subarray(257, 262)).toString('latin1') === 'ustar';
}

/**
 * The regular files of a tar archive as it streams by. Names of GNU (`L`) and pax (`x`) records are taken; links, folders
 * and devices are passed over: nothing is unpacked to the disk. Throws SourceFault.
 */
export async function* readTar(chunks: AsyncIterable<Buffer>): AsyncGenerator<FeedFile> {
  const source = new Blocks(chunks);
  const bounds = new SourceBounds();
  let longName: string | null = null;
  for (;;) {
    const head = await source.take(block);
    if (head === null || head.every((byte) => byte === 0)) return;
    const size = sizeOf(head);
    const type = String.fromCharCode(head[156] ?? 0);
    if (type === 'x' || type === 'L') {
      if (size > nameBytesMax) throw new SourceFault('a name is too long');
      const text = (await source.content(size)).toString('utf8');
      longName = type === 'L' ? text.replace(/\0.*$/s, '') : (paxPath(text) ?? longName);
      continue;
    }
    const name: string = longName ?? nameOf(head);
    if (type === '0' || type === '\0') {
      if (size > fileBytesMax) throw new SourceFault(`${name} is larger than ${fileBytesMax} bytes`);
      bounds.take(size);
      yield { name, bytes: await source.content(size) };
    } else {
      bounds.take(size);
      await source.pass(size);
    }
    longName = null;
  }
}

function sizeOf(head: Buffer): number {
  const field = head.subarray(124, 136);
  const size =
    ((field[0] ?? 0) & 0x80) === 0
      ? Number.parseInt(field.toString('latin1').replace(/[\0 ].*$/s, '') || '0', 8)
      : Number(field.readBigUInt64BE(4)); // GNU: base 256
  if (!Number.isSafeInteger(size) || size < 0) throw new SourceFault('not a tar archive: a size is none');
  return size;
}

function nameOf(head: Buffer): string {
  const text = (from: number, to: number): string => head.toString('utf8', from, to).replace(/\0.*$/s, '');
  const prefix = text(345, 500);
  return prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`;
}

/** `27 path=a/b\n`: the records of a pax header. */
function paxPath(text: string): string | null {
  return /(?:^|\n)\d{1,6} path=([^\n]*)\n/.exec(text)?.[1] ?? null;
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
        throw new SourceFault('the archive is cut short');
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
    if (bytes === null && size > 0) throw new SourceFault('the archive is cut short');
    return Buffer.from((bytes ?? Buffer.alloc(0)).subarray(0, size));
  }

  async pass(size: number): Promise<void> {
    for (let left = Math.ceil(size / block); left > 0; left -= 1)
      if ((await this.take(block)) === null) throw new SourceFault('the archive is cut short');
  }
}
