// SPDX-License-Identifier: Apache-2.0
import { textOf, type Fields } from '../../../platform/syntax/json-value.ts';
import { gitEntry } from '../model/git-entry.ts';
import type { LockEntry } from '../model/lockfile-reader.ts';

/** The component of an item; null when it lies in the repository itself. */
export function packageLockEntry(name: string, item: Fields): LockEntry | null {
  const version = textOf(item['version']);
  const resolved = textOf(item['resolved']) ?? (version !== null && version.includes(':') ? version : '');
  if (resolved.startsWith('file:')) return null;
  if (/^(?:git\+|git:|github:)/u.test(resolved)) return gitEntry(name, resolved, resolved.split('#', 2)[1] ?? null);
  // `bundled` up to version 1 of the format, `inBundle` since
  if (item['inBundle'] === true || item['bundled'] === true)
    return { name, version, hashed: true, type: 'npm', bundled: true };
  return { name, version, hashed: textOf(item['integrity']) !== null, type: 'npm' };
}
