// SPDX-License-Identifier: Apache-2.0

export type TarFile = { readonly name: string; readonly bytes: Buffer };

const block = 512;

/**
 * A tar archive (POSIX.1-1988 ustar) of files whose names are ASCII and at most 100 bytes. Owner, time and mode are the same
 * for all, so that the same files give the same bytes.
 */
export function* writeTar(files: Iterable<TarFile>): Generator<Buffer> {
  for (const { name, bytes } of files) {
    yield headOf(name, bytes.length);
    yield bytes;
    yield Buffer.alloc((block - (bytes.length % block)) % block);
  }
  yield Buffer.alloc(2 * block);
}

function headOf(name: string, size: number): Buffer {
  const head = Buffer.alloc(block);
  if (Buffer.byteLength(name) > 100) throw new TypeError(`too long for a tar: ${name}`);
  head.write(name, 0);
  head.write(octal(0o644, 8), 100);
  head.write(octal(0, 8), 108);
  head.write(octal(0, 8), 116);
  head.write(octal(size, 12), 124);
  head.write(octal(0, 12), 136);
  head.write('        ', 148);
  head.write('0', 156);
  head.write('ustar\u000000', 257);
  const sum = head.reduce((total, byte) => total + byte, 0);
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return head;
}

const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\0`;
