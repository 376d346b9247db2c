// SPDX-License-Identifier: Apache-2.0
import { ReadableStream } from 'node:stream/web';
import { ArchiveFault } from './archive-file.ts';

/** It may well be whole, but in a way that is not read here. */
export class UnreadPacking extends Error {}

/** What the library says, as numbers of XZ Embedded's `enum xz_ret`. */
const memoryLimit = 4;
const options = 6;

/**
 * The bytes of an .xz file (LZMA2; checks none, CRC32 and CRC64; blocks and streams one after the other) as they come. The library
 * is WebAssembly: its memory is its own, and a dictionary larger than it allows for is refused. Throws UnreadPacking for filters
 * and checks that it does not know, ArchiveFault for what is torn. Whoever stops early has to call `return`: one file is unpacked
 * at a time, and the next one waits for it.
 */
export async function* unpackXz(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const { default: library } = await import('xz-decompress');
  const reader = new library.XzReadableStream(ReadableStream.from(chunks)).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (value.length > 0) yield Buffer.from(value.buffer, value.byteOffset, value.length);
    }
  } catch (cause) {
    throw faultOf(cause);
  } finally {
    await reader.cancel().catch(() => undefined); // it has failed: there is nothing left to cancel
  }
}

function faultOf(cause: unknown): unknown {
  const code = /^get_next_output failed with error code (\d+)$/u.exec(cause instanceof Error ? cause.message : '')?.[1];
  if (code === undefined) return cause;
  if (Number(code) === memoryLimit)
    return new UnreadPacking('packed with xz and a dictionary larger than is read here', { cause });
  if (Number(code) === options)
    return new UnreadPacking('packed with xz and a filter or a check that is not read here', { cause });
  return new ArchiveFault('its xz packing is torn', { cause });
}
