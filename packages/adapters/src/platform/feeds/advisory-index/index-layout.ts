// SPDX-License-Identifier: Apache-2.0

/**
 * The index of the advisories of one ecosystem, all numbers little-endian:
 *
 *   magic (8 bytes), length of the head (u32), CRC-32 of the head (u32), the head (JSON), then the sections:
 *   `packages`  a row for each package key, sorted by the bytes of the key: offset and length of the key in `keys`,
 *               offset, length and CRC-32 of its entries in `entries` (5 × u32)
 *   `keys`      the keys, one behind the other, UTF-8
 *   `details`   a row for each advisory: offset, length and CRC-32 of its details in `texts` (3 × u32)
 *   `entries`   a JSON list for each key
 *   `texts`     the JSON of each advisory without its packages
 *
 * `packages` and `keys` stand side by side: they are read at once when the file is opened, everything else by position
 * when it is looked up.
 */
export const magic = 'PLMBIDX1';
export const packageRow = 20;
export const detailsRow = 12;
export const prefixBytes = 16;

export const sectionNames = ['packages', 'keys', 'details', 'entries', 'texts'] as const;
export type SectionName = (typeof sectionNames)[number];

/** The head of an index file. `tables` is the CRC-32 of `packages` and `keys` together. */
export type IndexHead = {
  readonly version: 1;
  readonly ecosystem: string;
  readonly advisories: number;
  readonly packages: number;
  /** Advisories that report a malicious package, and those that say that one is no longer maintained. */
  readonly malicious: number;
  readonly unmaintained: number;
  /** Bytes of each section, in the order of `sectionNames`. */
  readonly sections: { readonly [S in SectionName]: number };
  readonly tables: number;
};

export const headBytesMax = 4096;
