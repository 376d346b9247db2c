// SPDX-License-Identifier: Apache-2.0

/** What of an ELF program or library tells of its protections. */
export type Elf = {
  /** ET_DYN: it can be loaded anywhere. */
  readonly shared: boolean;
  readonly hasInterpreter: boolean;
  /** DF_1_PIE: the linker says that it is a program. */
  readonly flaggedPie: boolean;
  readonly dynamic: boolean;
  readonly hasRelro: boolean;
  readonly bindsNow: boolean;
  /** Null: no PT_GNU_STACK, and the kernel then makes it executable. */
  readonly stackExecutable: boolean | null;
  /** Names of dynamic symbols, the first 200,000. */
  readonly names: ReadonlySet<string>;
};

type Segment = {
  readonly type: number;
  readonly flags: number;
  readonly offset: number;
  readonly address: number;
  readonly size: number;
};

/** Reads words of either size and order; beyond the end there are zeros. */
type Words = {
  readonly u16: (at: number) => number;
  readonly u32: (at: number) => number;
  readonly word: (at: number) => number;
  readonly wide: boolean;
};

const segmentsMax = 1000;
const dynamicEntriesMax = 10_000;
const namesMax = 200_000;
const stringBytesMax = 64 * 1024 * 1024;

/** Segment types and dynamic tags (gABI 4.1 chapter 5, and GNU's). */
const pt = { dynamic: 2, interpreter: 3, load: 1, stack: 0x6474_e551, relro: 0x6474_e552 } as const;
const dt = { strings: 5, stringBytes: 10, bindNow: 24, flags: 30, flags1: 0x6fff_fffb } as const;
const flagBindNow = 0x8;
const flag1Now = 0x1;
const flag1Pie = 0x0800_0000;
const executable = 0x1;

/** Null for what is no ELF file of type EXEC or DYN. Never throws; what lies beyond the end of a cut file is not there. */
export function readElf(bytes: Uint8Array): Elf | null {
  const [first, second, third, fourth, size, order] = bytes;
  if (first !== 0x7f || second !== 0x45 || third !== 0x4c || fourth !== 0x46) return null;
  if ((size !== 1 && size !== 2) || (order !== 1 && order !== 2)) return null;
  const words = readWords(bytes, size === 2, order === 1);
  const type = words.u16(16);
  if (type !== 2 && type !== 3) return null;
  const segments = readSegments(words);
  if (segments.length === 0) return null;
  const has = (wanted: number): Segment | undefined => segments.find((segment) => segment.type === wanted);
  const stack = has(pt.stack);
  const dynamic = has(pt.dynamic);
  const tags = dynamic === undefined ? new Map<number, number>() : readTags(words, dynamic);
  const flags1 = tags.get(dt.flags1) ?? 0;
  return {
    shared: type === 3,
    hasInterpreter: has(pt.interpreter) !== undefined,
    flaggedPie: hasBit(flags1, flag1Pie),
    dynamic: dynamic !== undefined,
    hasRelro: has(pt.relro) !== undefined,
    bindsNow: tags.has(dt.bindNow) || hasBit(tags.get(dt.flags) ?? 0, flagBindNow) || hasBit(flags1, flag1Now),
    stackExecutable: stack === undefined ? null : hasBit(stack.flags, executable),
    names: readNames(bytes, segments, tags),
  };
}

function readWords(bytes: Uint8Array, wide: boolean, little: boolean): Words {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fits = (at: number, length: number): boolean => at >= 0 && at + length <= bytes.length;
  const u32 = (at: number): number => (fits(at, 4) ? view.getUint32(at, little) : 0);
  return {
    wide,
    u16: (at) => (fits(at, 2) ? view.getUint16(at, little) : 0),
    u32,
    word: (at) => (wide ? (fits(at, 8) ? Number(view.getBigUint64(at, little)) : 0) : u32(at)),
  };
}

function readSegments(words: Words): readonly Segment[] {
  const { wide, u16, u32, word } = words;
  const table = word(wide ? 32 : 28);
  const entryBytes = u16(wide ? 54 : 42);
  const count = Math.min(u16(wide ? 56 : 44), segmentsMax);
  if (entryBytes < (wide ? 56 : 32)) return [];
  return Array.from({ length: count }, (_, index) => {
    const at = table + index * entryBytes;
    return {
      type: u32(at),
      flags: u32(at + (wide ? 4 : 24)),
      offset: word(at + (wide ? 8 : 4)),
      address: word(at + (wide ? 16 : 8)),
      size: word(at + (wide ? 32 : 16)),
    };
  });
}

function readTags({ wide, word }: Words, { offset, size }: Segment): ReadonlyMap<number, number> {
  const tags = new Map<number, number>();
  const step = wide ? 16 : 8;
  for (let index = 0; index < Math.min(size / step, dynamicEntriesMax); index += 1) {
    const tag = word(offset + index * step);
    if (tag === 0) break;
    tags.set(tag, word(offset + index * step + step / 2));
  }
  return tags;
}

/** The dynamic string table holds the names of all dynamic symbols; which of them is which does not matter here. */
function readNames(
  bytes: Uint8Array,
  segments: readonly Segment[],
  tags: ReadonlyMap<number, number>,
): ReadonlySet<string> {
  const address = tags.get(dt.strings) ?? 0;
  const length = Math.min(tags.get(dt.stringBytes) ?? 0, stringBytesMax);
  const within = segments.find(
    (segment) => segment.type === pt.load && address >= segment.address && address < segment.address + segment.size,
  );
  const names = new Set<string>();
  if (within === undefined) return names;
  const start = within.offset + (address - within.address);
  const end = Math.min(start + length, bytes.length);
  let name = '';
  for (let at = start; at < end && names.size < namesMax; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte !== 0) {
      if (name.length < nameLengthMax) name += String.fromCharCode(byte);
    } else if (name !== '') {
      names.add(name);
      name = '';
    }
  }
  return names;
}

const nameLengthMax = 200;

const hasBit = (value: number, bit: number): boolean => Math.floor(value / bit) % 2 === 1;
