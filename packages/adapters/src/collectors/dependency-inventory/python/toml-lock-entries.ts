// SPDX-License-Identifier: Apache-2.0
import {
  fieldsOf,
  listOf,
  memberAt,
  memberOf,
  membersOf,
  textOf,
  type Fields,
} from '../../../platform/syntax/json-value.ts';
import type { LockEntry } from '../model/lockfile-reader.ts';
import { pythonName } from './python-name.ts';

/** A package of a list of Python's tools; `member`: it lies in the repository itself. */
export type ReadTomlPackage = (item: Fields, root: Fields) => LockEntry | 'member';

export const poetryEntry: ReadTomlPackage = (item, root) => {
  const name = textOf(item['name']) ?? '';
  const files = [...listOf(item['files']), ...listOf(memberAt(root, ['metadata', 'files', name]))];
  const hashes = listOf(memberAt(root, ['metadata', 'hashes', name]));
  const type = textOf(memberOf(item['source'], 'type'));
  if (type === 'directory' || type === 'file') return 'member';
  return sourceEntry(
    item,
    type === 'git' ? textOf(memberOf(item['source'], 'resolved_reference')) : null,
    hasHash(files) || hashes.length > 0,
  );
};

export const uvEntry: ReadTomlPackage = (item) => {
  const source = fieldsOf(item['source']);
  if (['editable', 'virtual', 'directory', 'path'].some((kind) => Object.hasOwn(source, kind))) return 'member';
  const git = textOf(source['git']);
  const files = [...listOf(item['wheels']), item['sdist']];
  return sourceEntry(item, git === null ? null : (git.split('#', 2)[1] ?? ''), hasHash(files));
};

export const pdmEntry: ReadTomlPackage = (item, root) => {
  if (textOf(item['path']) !== null) return 'member';
  const key = `${textOf(item['name'])} ${textOf(item['version'])}`;
  const files = [...listOf(item['files']), ...listOf(memberAt(root, ['metadata', 'files', key]))];
  return sourceEntry(item, textOf(item['git']) === null ? null : (textOf(item['revision']) ?? ''), hasHash(files));
};

export const pylockEntry: ReadTomlPackage = (item) => {
  if (item['directory'] !== undefined) return 'member';
  const vcs = memberOf(item, 'vcs');
  const files = [...listOf(item['wheels']), item['sdist'], item['archive']];
  return sourceEntry(item, vcs === undefined ? null : (textOf(memberOf(vcs, 'commit-id')) ?? ''), hasHash(files));
};

function sourceEntry(item: Fields, commit: string | null, hashed: boolean): LockEntry {
  const name = pythonName(textOf(item['name']) ?? '');
  const version = textOf(item['version']);
  return commit === null
    ? { name, version, hashed, type: 'pypi' }
    : { name, version, hashed: /^[0-9a-f]{40}$/u.test(commit), type: null };
}

function hasHash(files: readonly unknown[]): boolean {
  return files.some(
    (file) => textOf(memberOf(file, 'hash')) !== null || membersOf(memberOf(file, 'hashes')).length > 0,
  );
}
