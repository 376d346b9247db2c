// SPDX-License-Identifier: Apache-2.0
import { memberOf, textOf } from '../../../platform/syntax/json-value.ts';
import { gitEntry } from '../model/git-entry.ts';
import type { LockEntry } from '../model/lockfile-reader.ts';

/** The crate of an item of Cargo.lock; null for a member of the workspace, which has no source. */
export function cargoEntry(
  item: unknown,
  metadata: unknown,
): { readonly entry: LockEntry; readonly checksum: string | null } | null {
  const name = textOf(memberOf(item, 'name')) ?? '';
  const version = textOf(memberOf(item, 'version'));
  const source = textOf(memberOf(item, 'source'));
  if (source === null) return null;
  // version 1 kept checksums in a table of their own
  const checksum = textOf(memberOf(item, 'checksum') ?? memberOf(metadata, `checksum ${name} ${version} (${source})`));
  if (!source.startsWith('git+'))
    return { entry: { name, version, hashed: checksum !== null, type: 'cargo' }, checksum };
  // compared by the crate's own name; the package URL is the crate's too, since its version is known
  const git = gitEntry(name, source, source.split('#', 2)[1] ?? null);
  return { entry: { ...git, name, version, type: null }, checksum: null };
}
