// SPDX-License-Identifier: Apache-2.0
import { listOf, memberOf, textOf } from '../../../platform/syntax/json-value.ts';
import { gitEntry } from '../model/git-entry.ts';
import type { LockEntry } from '../model/lockfile-reader.ts';
import { pythonName } from './python-name.ts';

/** A package of Pipfile.lock; null when it lies in the repository itself. */
export function pipfileEntry(name: string, item: unknown): LockEntry | null {
  if (textOf(memberOf(item, 'path')) !== null) return null;
  const git = textOf(memberOf(item, 'git'));
  if (git !== null)
    return { ...gitEntry(name, git, textOf(memberOf(item, 'ref'))), name: pythonName(name), type: null };
  const version = textOf(memberOf(item, 'version'))?.replace(/^==/u, '') ?? null;
  return { name: pythonName(name), version, hashed: listOf(memberOf(item, 'hashes')).length > 0, type: 'pypi' };
}
