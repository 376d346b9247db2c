// SPDX-License-Identifier: Apache-2.0
import { fieldsOf, listOf, memberOf, textOf, type Fields } from '../../../platform/syntax/json-value.ts';
import { parseToml } from '../../../platform/syntax/parse-toml.ts';
import { parsed, type Parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import type { LockEntry, LockfileReader, Member, ReadLockfile } from '../model/lockfile-reader.ts';
import { fileNameOf, named } from '../model/paths.ts';
import { pythonName } from './python-name.ts';
import { pdmEntry, poetryEntry, pylockEntry, type ReadTomlPackage, uvEntry } from './toml-lock-entries.ts';

// poetry.lock, uv.lock, pdm.lock and pylock.toml are lists of packages that differ in where they keep source and hashes

/** poetry.lock; hashes beside the package since 1.3, in `metadata.files` before. */
export const poetryLock: LockfileReader = {
  title: 'poetry.lock',
  ecosystem: 'pypi',
  canHash: true,
  directoryOf: null,
  matches: named('poetry.lock'),
  read: (text) => readLock(text, 'package', poetryEntry),
};

/** uv.lock, version 1. Members of the workspace have a source inside the repository. */
export const uvLock: LockfileReader = {
  title: 'uv.lock',
  ecosystem: 'pypi',
  canHash: true,
  directoryOf: null,
  matches: named('uv.lock'),
  read: (text) => readLock(text, 'package', uvEntry),
};

/** pdm.lock, versions 3 and 4; hashes in `metadata.files` before 4.4. */
export const pdmLock: LockfileReader = {
  title: 'pdm.lock',
  ecosystem: 'pypi',
  canHash: true,
  directoryOf: null,
  matches: named('pdm.lock'),
  read: (text) => readLock(text, 'package', pdmEntry),
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
  read: (text) => readLock(text, 'packages', pylockEntry),
};

function readLock(text: string, key: string, read: ReadTomlPackage): Parsed<ReadLockfile> {
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
