// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { SecretMatch } from './create-secret-matcher.ts';

/** Secrets that were told already. Only hashes are kept, so that a memory image of a long run holds no list of secrets. */
export type KnownSecrets = {
  /** False when it was known. */
  readonly add: (match: SecretMatch) => boolean;
};

export function knownSecrets(): KnownSecrets {
  const hashes = new Set<string>();
  return {
    add: ({ rule, secret }) => {
      const { size } = hashes;
      hashes.add(createHash('sha256').update(`${rule.id}\0${secret}`).digest('base64'));
      return hashes.size > size;
    },
  };
}
