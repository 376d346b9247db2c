// SPDX-License-Identifier: Apache-2.0
import { ArchiveFault } from '../../platform/archives/archive-file.ts';
import type { ByteSource } from '../../platform/archives/byte-source.ts';

/** Where a section lies in its file. */
export type Section = { readonly name: string; readonly offset: number; readonly size: number };

const sectionsMax = 4096;
const namesBytesMax = 1024 * 1024;

/** Whether bytes begin as an executable of ELF, PE or Mach-O (one architecture) does. */
export function isExecutable(start: Buffer): boolean {
  return formatOf(start) !== null;
}

/** The sections of an executable; none when it is no executable. Throws ArchiveFault for one that is torn. */
export async function executableSections(source: ByteSource): Promise<readonly Section[]> {
  const start = await source.read(0, Math.min(source.size, 4096));
  const format = formatOf(start);
  if (format === null) return [];
  try {
    return await readers[format](source, start);
  } catch (cause) {
    if (cause instanceof RangeError) throw new ArchiveFault('its headers are torn', { cause });
    throw cause;
  }
}

type Format = 'elf' | 'pe' | 'mach-o';

function formatOf(start: Buffer): Format | null {
  if (start.length < 64) return null;
  if (start.readUInt32BE(0) === 0x7f_45_4c_46) return 'elf';
  if (start.readUInt16BE(0) === 0x4d_5a) return 'pe';
  return start.readUInt32LE(0) === 0xfe_ed_fa_cf || start.readUInt32LE(0) === 0xfe_ed_fa_ce ? 'mach-o' : null;
}

const readers: { readonly [F in Format]: (source: ByteSource, start: Buffer) => Promise<readonly Section[]> } = {
  elf: elfSections,
  pe: peSections,
  'mach-o': machSections,
};

/** System V ABI, chapter 4: table of section headers, names in one of the sections. */
async function elfSections(source: ByteSource, start: Buffer): Promise<readonly Section[]> {
  const wide = start[4] === 2;
  const little = start[5] === 1;
  const half = (bytes: Buffer, at: number): number => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const word = (bytes: Buffer, at: number): number => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const long = (bytes: Buffer, at: number): number =>
    wide ? Number(little ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at)) : word(bytes, at);
  const table = long(start, wide ? 40 : 32);
  const entryBytes = half(start, wide ? 58 : 46);
  const count = half(start, wide ? 60 : 48);
  const names = half(start, wide ? 62 : 50);
  if (count === 0 || count > sectionsMax || entryBytes < (wide ? 64 : 40) || entryBytes > 1024) return [];
  const headers = await source.read(table, count * entryBytes);
  const headerOf = (index: number): { readonly name: number; readonly offset: number; readonly size: number } => {
    const at = index * entryBytes;
    return {
      name: word(headers, at),
      offset: long(headers, at + (wide ? 24 : 16)),
      size: long(headers, at + (wide ? 32 : 20)),
    };
  };
  const { offset, size } = headerOf(names);
  const text = await source.read(offset, Math.min(size, namesBytesMax));
  return Array.from({ length: count }, (_, index) => {
    const header = headerOf(index);
    return { ...header, name: terminated(text, header.name) };
  });
}

/** PE format, section table: eight bytes of name, sizes and the place in the file. */
async function peSections(source: ByteSource, start: Buffer): Promise<readonly Section[]> {
  const head = start.readUInt32LE(60);
  const coff = await source.read(head, 24);
  if (coff.readUInt32BE(0) !== 0x50_45_00_00) return [];
  const count = coff.readUInt16LE(6);
  if (count > sectionsMax) return [];
  const table = await source.read(head + 24 + coff.readUInt16LE(20), count * 40);
  return Array.from({ length: count }, (_, index) => {
    const at = index * 40;
    return {
      name: terminated(table.subarray(at, at + 8), 0),
      size: table.readUInt32LE(at + 16),
      offset: table.readUInt32LE(at + 20),
    };
  });
}

/** Mach-O: sections stand in the load commands of segments. */
async function machSections(source: ByteSource, start: Buffer): Promise<readonly Section[]> {
  const wide = start.readUInt32LE(0) === 0xfe_ed_fa_cf;
  const count = start.readUInt32LE(16);
  const commands = await source.read(wide ? 32 : 28, Math.min(start.readUInt32LE(20), namesBytesMax));
  const sections: Section[] = [];
  for (let at = 0, left = Math.min(count, sectionsMax); left > 0 && at + 8 <= commands.length; left -= 1) {
    const size = commands.readUInt32LE(at + 4);
    if (size < 8) break;
    const isSegment = commands.readUInt32LE(at) === (wide ? 0x19 : 0x1);
    const held = isSegment ? Math.min(commands.readUInt32LE(at + (wide ? 64 : 48)), sectionsMax) : 0;
    for (let index = 0; index < held && sections.length < sectionsMax; index += 1) {
      const place = at + (wide ? 72 + index * 80 : 56 + index * 68);
      sections.push({
        name: terminated(commands.subarray(place, place + 16), 0),
        size: wide ? Number(commands.readBigUInt64LE(place + 40)) : commands.readUInt32LE(place + 36),
        offset: commands.readUInt32LE(place + (wide ? 48 : 40)),
      });
    }
    at += size;
  }
  return sections;
}

function terminated(bytes: Buffer, from: number): string {
  const end = bytes.indexOf(0, from);
  return bytes.toString('latin1', from, Math.min(end === -1 ? bytes.length : end, from + 256));
}
