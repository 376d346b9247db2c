// SPDX-License-Identifier: Apache-2.0
import { type Digest, digestOf } from '@plumbline/core/digest';

/** Digest of rules as data; regular expressions count by their source and flags. Rules hold no functions. */
export function rulesDigest(rules: readonly object[]): Digest {
  const plain: unknown = JSON.parse(
    JSON.stringify(rules, (_, value: unknown) => (value instanceof RegExp ? String(value) : value)),
  );
  return digestOf(plain);
}
