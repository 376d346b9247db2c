// SPDX-License-Identifier: Apache-2.0
import { crc32 } from 'node:zlib';
import {
  detailsRow,
  type IndexHead,
  magic,
  packageRow,
  prefixBytes,
} from '../../platform/feeds/advisory-index/index-layout.ts';
import type { AdvisoryShard } from './advisory-shard.ts';

/** The index file of a shard as pieces in their order: the same advisories give the same bytes. */
export function renderAdvisoryIndex(shard: AdvisoryShard): readonly Buffer[] {
  const entries = shard.entries();
  const byKey = new Map<string, string[]>();
  const texts = new Rows(entries.length, detailsRow);
  for (const [number, [, { details, packages }]] of entries.entries()) {
    texts.add(details, 0);
    for (const [key, packed] of packages) {
      const list = byKey.get(key) ?? [];
      list.push(`[${number}${packed}`);
      byKey.set(key, list);
    }
  }
  const keys = [...byKey.keys()].map((key) => Buffer.from(key)).sort(Buffer.compare);
  const lists = new Rows(keys.length, packageRow);
  let keyOffset = 0;
  for (const [row, key] of keys.entries()) {
    lists.add(`[${(byKey.get(key.toString()) ?? []).join(',')}]`, 8);
    lists.rows.writeUInt32LE(keyOffset, row * packageRow);
    lists.rows.writeUInt32LE(key.length, row * packageRow + 4);
    keyOffset += key.length;
  }
  const tables = [lists.rows, Buffer.concat(keys)];
  const head: IndexHead = {
    version: 1,
    ecosystem: shard.base,
    advisories: entries.length,
    packages: keys.length,
    malicious: entries.filter(([, { says }]) => says === 'malicious').length,
    unmaintained: entries.filter(([, { says }]) => says === 'unmaintained').length,
    sections: {
      packages: lists.rows.length,
      keys: keyOffset,
      details: texts.rows.length,
      entries: lists.bytes,
      texts: texts.bytes,
    },
    tables: crc32(Buffer.concat(tables)),
  };
  return [headOf(head), ...tables, texts.rows, ...lists.pieces, ...texts.pieces];
}

function headOf(head: IndexHead): Buffer {
  const json = Buffer.from(JSON.stringify(head));
  const prefix = Buffer.alloc(prefixBytes);
  prefix.write(magic, 0, 'latin1');
  prefix.writeUInt32LE(json.length, 8);
  prefix.writeUInt32LE(crc32(json), 12);
  return Buffer.concat([prefix, json]);
}

/** Texts one behind the other, and a table that says of each where it is, how long, and its checksum. */
class Rows {
  readonly rows: Buffer;
  readonly pieces: Buffer[] = [];
  bytes = 0;
  readonly #width: number;

  constructor(count: number, width: number) {
    this.rows = Buffer.alloc(count * width);
    this.#width = width;
  }

  /** The next row; its three numbers begin `at` bytes into it. */
  add(text: string, at: number): void {
    const piece = Buffer.from(text);
    const place = this.pieces.length * this.#width + at;
    this.rows.writeUInt32LE(this.bytes, place);
    this.rows.writeUInt32LE(piece.length, place + 4);
    this.rows.writeUInt32LE(crc32(piece), place + 8);
    this.pieces.push(piece);
    this.bytes += piece.length;
  }
}
