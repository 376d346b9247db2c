// SPDX-License-Identifier: Apache-2.0
import { deflateSync } from 'node:zlib';

/** A section of a made executable. */
export type MadeSection = { readonly name: string; readonly bytes: Buffer };

/** An ELF file of 64 bits, little end first, with these sections and the table of their names. */
export function buildElf(sections: readonly MadeSection[]): Buffer {
  const names = Buffer.from(`\0${[...sections.map(({ name }) => name), '.shstrtab'].join('\0')}\0`);
  const all = [...sections, { name: '.shstrtab', bytes: names }];
  const bodies: Buffer[] = [];
  const headers: Buffer[] = [Buffer.alloc(64)];
  let offset = 64;
  for (const { name, bytes } of all) {
    const header = Buffer.alloc(64);
    header.writeUInt32LE(names.indexOf(`\0${name}\0`) + 1, 0);
    header.writeBigUInt64LE(BigInt(offset), 24);
    header.writeBigUInt64LE(BigInt(bytes.length), 32);
    headers.push(header);
    bodies.push(bytes);
    offset += bytes.length;
  }
  const head = Buffer.alloc(64);
  head.writeUInt32BE(0x7f_45_4c_46, 0);
  head.set([2, 1, 1], 4);
  head.writeBigUInt64LE(BigInt(offset), 40);
  head.writeUInt16LE(64, 58);
  head.writeUInt16LE(headers.length, 60);
  head.writeUInt16LE(headers.length - 1, 62);
  return Buffer.concat([head, ...bodies, ...headers]);
}

/** A PE file with these sections, as far as its section table goes. */
export function buildPe(sections: readonly MadeSection[]): Buffer {
  const head = Buffer.alloc(64 + 24);
  head.write('MZ', 0);
  head.writeUInt32LE(64, 60);
  head.write('PE\0\0', 64);
  head.writeUInt16LE(sections.length, 64 + 6);
  let offset = head.length + sections.length * 40;
  const table = sections.map(({ name, bytes }) => {
    const entry = Buffer.alloc(40);
    entry.write(name, 0);
    entry.writeUInt32LE(bytes.length, 16);
    entry.writeUInt32LE(offset, 20);
    offset += bytes.length;
    return entry;
  });
  return Buffer.concat([head, ...table, ...sections.map(({ bytes }) => bytes)]);
}

/** What Go writes since 1.18: a header of 32 bytes, the version and the modules between two marks of 16 bytes. */
export function goSection(version: string, modules: string): Buffer {
  const header = Buffer.alloc(32);
  header.write('\u00ff Go buildinf:', 0, 'latin1');
  header.set([8, 2], 14);
  const mark = Buffer.alloc(16, 0x30);
  const text = Buffer.concat([mark, Buffer.from(modules), mark]);
  return Buffer.concat([header, counted(Buffer.from(version)), counted(text)]);
}

/** What `cargo auditable` writes: JSON with zlib. */
export function auditSection(packages: readonly object[]): Buffer {
  return deflateSync(JSON.stringify({ packages }));
}

function counted(bytes: Buffer): Buffer {
  const length: number[] = [];
  for (let left = bytes.length; ; left = Math.floor(left / 128)) {
    length.push(left < 128 ? left : (left % 128) + 128);
    if (left < 128) return Buffer.concat([Buffer.from(length), bytes]);
  }
}
