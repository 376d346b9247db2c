// SPDX-License-Identifier: Apache-2.0
import { linesOf } from '../../../platform/syntax/lines.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import type { LockEntry, LockfileReader, ReadLockfile } from '../model/lockfile-reader.ts';
import { directoryOf, fileNameOf } from '../model/paths.ts';

/**
 * go.sum and go.work.sum: a hash for each module and for each go.mod that was read on the way. Only modules whose own
 * archive has a hash are components; the versions themselves are fixed by go.mod.
 */
export const goSum: LockfileReader = {
  title: 'go.sum',
  ecosystem: 'golang',
  canHash: true,
  matches: {
    endings: ['sum'],
    test: (path) => fileNameOf(path) === 'go.sum' || fileNameOf(path) === 'go.work.sum' || path.endsWith('.go.sum'),
  },
  directoryOf: null,
  read(text, path) {
    const entries: LockEntry[] = [];
    const known = new Set<string>();
    for (const { text: line } of linesOf(text)) {
      const [name = '', version = '', hash = ''] = line.trim().split(/\s+/u, 3);
      if (!hash.startsWith('h1:')) continue;
      known.add(`${name}@${version.replace(/\/go\.mod$/u, '')}`);
      if (!version.endsWith('/go.mod')) entries.push({ name, version, hashed: true, type: 'golang' });
    }
    return parsed(lockOf(entries, known, fileNameOf(path) === 'go.work.sum'));
  },
};

/** vendor/modules.txt: the code itself is kept in the repository, at these versions. */
export const goVendor: LockfileReader = {
  title: 'vendor/modules.txt',
  ecosystem: 'golang',
  canHash: false,
  matches: { names: ['modules.txt'], test: (path) => /(?:^|\/)vendor\/[^/]+$/u.test(path) },
  directoryOf: (path) => directoryOf(directoryOf(path)),
  read(text) {
    const entries: LockEntry[] = [];
    for (const { text: line } of linesOf(text)) {
      const [, name, version = null] = /^# (\S+)(?: (v\S+))?(?: => .*)?$/u.exec(line) ?? [];
      if (name !== undefined && version !== null) entries.push({ name, version, hashed: false, type: 'golang' });
    }
    return parsed(lockOf(entries, new Set(entries.map(({ name, version }) => `${name}@${version}`)), false));
  },
};

function lockOf(entries: readonly LockEntry[], known: ReadonlySet<string>, ofWorkspace: boolean): ReadLockfile {
  return {
    entries,
    covers: ({ directory }) => directory === '' || ofWorkspace,
    disagreement: ({ name, range }) =>
      known.has(`${name}@${range}`) ? null : `${name}@${range} has no hash in the lock`,
  };
}
