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
import { parseToml } from '../../../platform/syntax/parse-toml.ts';
import { parsed, type Parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import type { LockEntry, LockfileReader, Member, ReadLockfile } from '../model/lockfile-reader.ts';
import { fileNameOf, named } from '../model/paths.ts';
import { pythonName } from './python-name.ts';

// poetry.lock, uv.lock, pdm.lock and pylock.toml are lists of packages that differ in where they keep source and hashes

/** poetry.lock; hashes beside the package since 1.3, in `metadata.files` before. */
export const poetryLock: LockfileReader = {
  title: 'poetry.lock',
  ecosystem: 'pypi',
  canHash: true,
  directoryOf: null,
  matches: named('poetry.lock'),
  read: (text) =>
    readLock(text, 'package', (item, root) => {
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
    }),
};

/** uv.lock, version 1. Members of the workspace have a source inside the repository. */
export const uvLock: LockfileReader = {
  title: 'uv.lock',
  ecosystem: 'pypi',
  canHash: true,
  directoryOf: null,
  matches: named('uv.lock'),
  read: (text) =>
    readLock(text, 'package', (item) => {
      const source = fieldsOf(item['source']);
      if (['editable', 'virtual', 'directory', 'path'].some((kind) => Object.hasOwn(source, kind))) return 'member';
      const git = textOf(source['git']);
      const files = [...listOf(item['wheels']), item['sdist']];
      return sourceEntry(item, git === null ? null : (git.split('#', 2)[1] ?? ''), hasHash(files));
    }),
};

/** pdm.lock, versions 3 and 4; hashes in `metadata.files` before 4.4. */
export const pdmLock: LockfileReader = {
  title: 'pdm.lock',
  ecosystem: 'pypi',
  canHash: true,
  directoryOf: null,
  matches: named('pdm.lock'),
  read: (text) =>
    readLock(text, 'package', (item, root) => {
      if (textOf(item['path']) !== null) return 'member';
      const key = `${textOf(item['name'])} ${textOf(item['version'])}`;
      const files = [...listOf(item['files']), ...listOf(memberAt(root, ['metadata', 'files', key]))];
      return sourceEntry(item, textOf(item['git']) === null ? null : (textOf(item['revision']) ?? ''), hasHash(files));
    }),
};

/** pylock.toml, PEP 751. */
export const pylock: LockfileReader = {
  title: 'pylock.toml',
  ecosystem: 'pypi',
  canHash: true,
  directoryOf: null,
  matches: {
    endings: ['toml'],
    test: (path) => /^pylock(?:\.[^.]+)?\.toml$/u.test(fileNameOf(path)),
  },
  read: (text) =>
    readLock(text, 'packages', (item) => {
      if (item['directory'] !== undefined) return 'member';
      const vcs = memberOf(item, 'vcs');
      const files = [...listOf(item['wheels']), item['sdist'], item['archive']];
      return sourceEntry(item, vcs === undefined ? null : (textOf(memberOf(vcs, 'commit-id')) ?? ''), hasHash(files));
    }),
};

type Read = (item: Fields, root: Fields) => LockEntry | 'member';

function readLock(text: string, key: string, read: Read): Parsed<ReadLockfile> {
  const document = parseToml(text);
  if (!document.ok) return document;
  const entries: LockEntry[] = [];
  const members = new Set<string>();
  const names = new Set<string>();
  for (const value of listOf(document.value[key])) {
    const item = fieldsOf(value);
    const entry = read(item, document.value);
    if (entry !== 'member') entries.push(entry);
    else {
      names.add(pythonName(textOf(item['name']) ?? ''));
      members.add(directoryIn(item));
    }
  }
  const covers = ({ directory, name }: Member) =>
    directory === '' || members.has(directory) || (name !== null && members.size > 0 && names.has(name));
  return parsed(lockByName('pypi', entries, { covers, alsoNamed: names }));
}

/** Where a member lies, as uv, Poetry, PDM and pylock say it. */
function directoryIn(item: Fields): string {
  const source = fieldsOf(item['source']);
  const place = [
    source['editable'],
    source['virtual'],
    source['directory'],
    source['url'],
    item['path'],
    memberOf(item['directory'], 'path'),
  ];
  const path = place.map(textOf).find((text) => text !== null) ?? '';
  return path.replace(/^\.\/?/u, '').replace(/\/$/u, '');
}

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
