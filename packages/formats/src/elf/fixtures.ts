// SPDX-License-Identifier: Apache-2.0

export type ElfSpec = {
  readonly wide?: boolean;
  readonly little?: boolean;
  readonly type?: 'exec' | 'dyn' | 'object';
  readonly interpreter?: boolean;
  readonly relro?: boolean;
  readonly stack?: 'plain' | 'executable' | 'none';
  readonly dynamic?: boolean;
  readonly bindNow?: boolean;
  readonly pie?: boolean;
  readonly names?: readonly string[];
};

const headerBytes = 64;
const dynamicAt = 1024;
const stringsAt = 2048;
const base = 0x10_0000;

/** A small ELF file that says of itself what is asked for; hardened in every way unless told. */
export function anElf(spec: ElfSpec = {}): Uint8Array {
  const { wide = true, little = true, type = 'dyn', interpreter = true, relro = true, stack = 'plain' } = spec;
  const { dynamic = true, bindNow = true, pie = true, names = ['__stack_chk_fail', '__printf_chk'] } = spec;
  const strings = new TextEncoder().encode(`\0${names.join('\0')}\0`);
  const bytes = new Uint8Array(stringsAt + strings.length);
  const view = new DataView(bytes.buffer);
  const word = (at: number, value: number): void => {
    if (wide) view.setBigUint64(at, BigInt(value), little);
    else view.setUint32(at, value, little);
  };
  bytes.set([0x7f, 0x45, 0x4c, 0x46, wide ? 2 : 1, little ? 1 : 2, 1]);
  view.setUint16(16, { object: 1, exec: 2, dyn: 3 }[type], little);
  const segments: (readonly [type: number, flags: number, offset: number, address: number, size: number])[] = [
    [1, 5, 0, base, bytes.length],
    ...(interpreter ? [[3, 4, 0, base, 1] as const] : []),
    ...(relro ? [[0x6474_e552, 4, 0, base, 1] as const] : []),
    ...(stack === 'none' ? [] : [[0x6474_e551, stack === 'plain' ? 6 : 7, 0, 0, 0] as const]),
    ...(dynamic ? [[2, 6, dynamicAt, base + dynamicAt, 256] as const] : []),
  ];
  word(wide ? 32 : 28, headerBytes);
  const entryBytes = wide ? 56 : 32;
  view.setUint16(wide ? 54 : 42, entryBytes, little);
  view.setUint16(wide ? 56 : 44, segments.length, little);
  segments.forEach(([segment, flags, offset, address, size], index) => {
    const at = headerBytes + index * entryBytes;
    view.setUint32(at, segment, little);
    view.setUint32(at + (wide ? 4 : 24), flags, little);
    word(at + (wide ? 8 : 4), offset);
    word(at + (wide ? 16 : 8), address);
    word(at + (wide ? 32 : 16), size);
  });
  const tags: readonly (readonly [number, number])[] = [
    [5, base + stringsAt],
    [10, strings.length],
    [0x6fff_fffb, (bindNow ? 1 : 0) + (pie ? 0x0800_0000 : 0)],
  ];
  const step = wide ? 16 : 8;
  if (dynamic)
    tags.forEach(([tag, value], index) => {
      word(dynamicAt + index * step, tag);
      word(dynamicAt + index * step + step / 2, value);
    });
  bytes.set(strings, stringsAt);
  return bytes;
}
