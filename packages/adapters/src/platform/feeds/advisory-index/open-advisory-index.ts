// SPDX-License-Identifier: Apache-2.0
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { Advisory, AffectedPackage } from '@plumbline/core/vulnerabilities/advisory';
import { damaged } from '../read-feed-parts.ts';
import { type AdvisoryDetails, type IndexedAdvisory, unpackEntries } from './index-codec.ts';
import {
  detailsRow,
  headBytesMax,
  type IndexHead,
  magic,
  packageRow,
  prefixBytes,
  type SectionName,
  sectionNames,
} from './index-layout.ts';

/** The advisories of one ecosystem. Every method throws `state-damaged` when the file is not what it was written as. */
export type AdvisoryIndex = {
  readonly head: IndexHead;
  /** The advisories that name the package of a key (core/vulnerabilities/package-key.ts); withdrawn ones are not among them. */
  readonly candidates: (key: string) => readonly IndexedAdvisory[];
  readonly details: (number: number) => AdvisoryDetails;
  /** Every advisory whole, also withdrawn ones, in the order of their numbers. */
  readonly all: () => readonly Advisory[];
  readonly close: () => void;
};

/** Opens an index file: reads its head and the table of its packages, some bytes for each package. */
export function openAdvisoryIndex(path: string): AdvisoryIndex {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    return createReader(path, file);
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function createReader(path: string, file: number): AdvisoryIndex {
  const { size } = fstatSync(file);
  const read = (offset: number, length: number): Buffer => {
    if (offset + length > size) throw damaged(path, 'it is cut short');
    return readExactly(path, file, offset, length);
  };
  const { head, at } = readHead(path, size, read);
  const tables = read(at.packages, head.sections.packages + head.sections.keys);
  if (crc32(tables) !== head.tables) throw damaged(path, 'its table of packages is torn');
  const [packages, keys] = [tables.subarray(0, head.sections.packages), tables.subarray(head.sections.packages)];
  const checked = (offset: number, length: number, sum: number): string => {
    const bytes = read(offset, length);
    if (crc32(bytes) !== sum) throw damaged(path, `it is torn at byte ${offset}`);
    return bytes.toString('utf8');
  };
  const entriesAt = (row: number): readonly IndexedAdvisory[] => {
    const place = row * packageRow;
    const [offset, length] = [packages.readUInt32LE(place + 8), packages.readUInt32LE(place + 12)];
    return unpackEntries(checked(at.entries + offset, length, packages.readUInt32LE(place + 16)));
  };
  let rows: Buffer | undefined;
  const details = (number: number): AdvisoryDetails => {
    rows ??= read(at.details, head.sections.details);
    const place = number * detailsRow;
    const offset = at.texts + rows.readUInt32LE(place);
    const text = checked(offset, rows.readUInt32LE(place + 4), rows.readUInt32LE(place + 8));
    return JSON.parse(text) as AdvisoryDetails; // its checksum says that it is what was written
  };
  return {
    head,
    candidates: (key) => {
      const row = findRow(packages, keys, Buffer.from(key));
      return row === null ? [] : entriesAt(row);
    },
    details,
    all: () => {
      const affected = new Map<number, AffectedPackage[]>();
      for (let row = 0; row < head.packages; row += 1)
        for (const entry of entriesAt(row))
          affected.set(entry.number, [...(affected.get(entry.number) ?? []), ...entry.affected]);
      return Array.from({ length: head.advisories }, (_, number) => wholeOf(details(number), affected.get(number)));
    },
    close: () => closeSync(file),
  };
}

function wholeOf({ withdrawnFrom = [], ...details }: AdvisoryDetails, affected?: readonly AffectedPackage[]): Advisory {
  const gone = withdrawnFrom.map(([ecosystem, name]) => ({ ecosystem, name, purl: null, ranges: [], versions: [] }));
  return { ...details, affected: affected ?? gone };
}

type Offsets = { readonly [S in SectionName]: number };

function readHead(
  path: string,
  size: number,
  read: (offset: number, length: number) => Buffer,
): { readonly head: IndexHead; readonly at: Offsets } {
  const prefix = read(0, prefixBytes);
  const length = prefix.readUInt32LE(8);
  if (prefix.toString('latin1', 0, 8) !== magic) throw damaged(path, 'it is no index of this version of Plumbline');
  if (length > headBytesMax) throw damaged(path, 'its head is torn');
  const bytes = read(prefixBytes, length);
  if (crc32(bytes) !== prefix.readUInt32LE(12)) throw damaged(path, 'its head is torn');
  const head = JSON.parse(bytes.toString('utf8')) as IndexHead; // its checksum says that it is what was written
  const at: { [name: string]: number } = {};
  let end = prefixBytes + length;
  for (const name of sectionNames) {
    at[name] = end;
    end += head.sections[name];
  }
  const rows =
    head.sections.packages === head.packages * packageRow && head.sections.details === head.advisories * detailsRow;
  if (end !== size || !rows) throw damaged(path, 'it is cut short, or was added to');
  return { head, at: at as Offsets };
}

function readExactly(path: string, file: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(file, bytes, filled, length - filled, offset + filled);
    if (count === 0) throw damaged(path, 'it is cut short');
    filled += count;
  }
  return bytes;
}

function findRow(packages: Buffer, keys: Buffer, key: Buffer): number | null {
  let [low, high] = [0, packages.length / packageRow - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const from = packages.readUInt32LE(middle * packageRow);
    const order = keys.compare(key, 0, key.length, from, from + packages.readUInt32LE(middle * packageRow + 4));
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}
