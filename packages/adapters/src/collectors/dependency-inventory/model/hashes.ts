// SPDX-License-Identifier: Apache-2.0
import type { BillHash, HashAlgorithm } from '@plumbline/core/sbom/bill-of-materials';
import { hexHash } from '@plumbline/formats/sbom/hex-hash';

const hashesMax = 500;

/** A hash in hex whose length tells the algorithm. */
export function bareHash(value: string | null, algorithm: HashAlgorithm): readonly BillHash[] {
  return value === null ? [] : hexHash(algorithm, value);
}

/** Subresource Integrity as npm writes it: one or more `sha512-base64`, with blanks between. */
export function integrityHashes(text: string | null): readonly BillHash[] {
  if (text === null) return [];
  return text.split(/\s+/u, 8).flatMap((part) => {
    const at = part.indexOf('-');
    return at === -1 ? [] : hexHash(part.slice(0, at), Buffer.from(part.slice(at + 1), 'base64').toString('hex'));
  });
}

/** `sha256:hex`, as Python's tools and Composer write it. */
export function prefixedHash(text: string | null, file: string | null = null): readonly BillHash[] {
  const at = text === null ? -1 : text.indexOf(':');
  return text === null || at === -1 ? [] : hexHash(text.slice(0, at), text.slice(at + 1), file);
}

/** Each hash once; of one archive alone its name says nothing more than the package does. */
export function distinctHashes(hashes: readonly BillHash[]): readonly BillHash[] {
  const distinct = [...new Map(hashes.map((hash) => [`${hash.algorithm}:${hash.value}:${hash.file}`, hash])).values()];
  return distinct.slice(0, hashesMax);
}
