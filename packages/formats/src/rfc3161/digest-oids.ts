// SPDX-License-Identifier: Apache-2.0
/** Digests that count, with their object identifiers (RFC 5754 §2). SHA-1 proves nothing any more. */
export const digestOids = {
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
} as const;

export type TimestampDigest = keyof typeof digestOids;

const nameOfOid: ReadonlyMap<string, TimestampDigest> = new Map([
  [digestOids.sha256, 'sha256'],
  [digestOids.sha384, 'sha384'],
  [digestOids.sha512, 'sha512'],
]);

/** The digest that an object identifier stands for; null where it does not count. */
export const digestOfOid = (oid: string | null): TimestampDigest | null =>
  oid === null ? null : (nameOfOid.get(oid) ?? null);
