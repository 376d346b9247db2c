// SPDX-License-Identifier: Apache-2.0
import { memberAt, memberOf, textOf } from '../../../platform/syntax/json-value.ts';
import type { LockEntry } from '../model/lockfile-reader.ts';

/** A package of composer.lock. */
export function composerEntry(item: unknown): LockEntry {
  const sum = textOf(memberAt(item, ['dist', 'shasum'])) ?? '';
  return {
    name: textOf(memberOf(item, 'name'))?.toLowerCase() ?? '',
    version: textOf(memberOf(item, 'version'))?.replace(/^v(?=\d)/u, '') ?? null,
    // The commit names the archive that a forge packs; Composer hashes nothing of what it then downloads.
    hashed: sum !== '',
    type: 'composer',
  };
}
