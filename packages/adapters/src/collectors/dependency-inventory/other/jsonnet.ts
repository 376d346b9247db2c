// SPDX-License-Identifier: Apache-2.0
import { listOf, memberAt, memberOf, textOf } from '../../../platform/syntax/json-value.ts';
import { parseJson } from '../../../platform/syntax/parse-json.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import type { LockEntry, LockfileReader } from '../model/lockfile-reader.ts';
import type { ManifestReader } from '../model/manifest-reader.ts';
import { named } from '../model/paths.ts';

/** jsonnetfile.json of the jsonnet bundler: git repositories and the folder of each. Local paths are not external. */
export const jsonnetfile: ManifestReader = {
  ecosystem: 'other',
  lockedBy: ['jsonnet-lock'],
  matches: named('jsonnetfile.json'),
  read(text) {
    const document = parseJson(text);
    if (!document.ok) return document;
    const dependencies = listOf(memberOf(document.value, 'dependencies')).flatMap((item) => {
      const name = nameOf(item);
      return name === null ? [] : [{ name, range: null, optional: false }];
    });
    return parsed({ name: null, dependencies });
  },
};

/** jsonnetfile.lock.json: the commit of each repository, and a sum over its content. */
export const jsonnetLock: LockfileReader = {
  title: 'jsonnetfile.lock.json',
  ecosystem: 'other',
  canHash: true,
  matches: named('jsonnetfile.lock.json'),
  directoryOf: null,
  read(text) {
    const document = parseJson(text);
    if (!document.ok) return document;
    const entries = listOf(memberOf(document.value, 'dependencies')).flatMap((item): LockEntry[] => {
      const name = nameOf(item);
      const hashed = textOf(memberOf(item, 'sum')) !== null;
      return name === null ? [] : [{ name, version: textOf(memberOf(item, 'version')), hashed, type: null }];
    });
    return parsed(lockByName('other', entries));
  },
};

/** Address and folder, which together tell one library from the next. */
function nameOf(item: unknown): string | null {
  const remote = textOf(memberAt(item, ['source', 'git', 'remote']));
  if (remote === null) return null;
  const subdir = textOf(memberAt(item, ['source', 'git', 'subdir'])) ?? '';
  return [remote.replace(/\.git$/u, ''), subdir].filter((part) => part !== '').join('/');
}
