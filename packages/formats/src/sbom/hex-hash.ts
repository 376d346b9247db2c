// SPDX-License-Identifier: Apache-2.0
import type { BillHash, HashAlgorithm } from '@plumbline/core/sbom/bill-of-materials';

const digits: { readonly [A in HashAlgorithm]: number } = { md5: 32, sha1: 40, sha256: 64, sha384: 96, sha512: 128 };

/** A hash in hex, whatever the case of its parts (`SHA-256`, `sha256`); none when it does not fit its algorithm. */
export function hexHash(algorithm: string, value: string, file: string | null = null): readonly BillHash[] {
  const name = algorithm.toLowerCase().replace('-', '');
  if (!isAlgorithm(name) || value.length !== digits[name] || !/^[0-9a-f]+$/i.test(value)) return [];
  return [{ algorithm: name, value: value.toLowerCase(), file }];
}

function isAlgorithm(name: string): name is HashAlgorithm {
  return Object.hasOwn(digits, name);
}
