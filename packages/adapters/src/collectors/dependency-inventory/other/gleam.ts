// SPDX-License-Identifier: Apache-2.0
import { isFields, listOf, memberOf, membersOf, textOf } from '../../../platform/syntax/json-value.ts';
import { parseToml } from '../../../platform/syntax/parse-toml.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import type { LockEntry, LockfileReader } from '../model/lockfile-reader.ts';
import type { ManifestReader } from '../model/manifest-reader.ts';
import { named } from '../model/paths.ts';

/** gleam.toml: packages for use and for development; those of a path are not external. */
export const gleamToml: ManifestReader = {
  ecosystem: 'other',
  lockedBy: ['gleam-manifest'],
  matches: named('gleam.toml'),
  read(text) {
    const document = parseToml(text);
    if (!document.ok) return document;
    const tables = ['dependencies', 'dev-dependencies', 'dev_dependencies'].map((key) => memberOf(document.value, key));
    const dependencies = tables
      .flatMap((table) => membersOf(table))
      .filter(([, value]) => !isFields(value) || memberOf(value, 'path') === undefined)
      .map(([name]) => ({ name, range: null, optional: false }));
    return parsed({ name: textOf(memberOf(document.value, 'name')), dependencies });
  },
};

/** manifest.toml of Gleam: a checksum for each package. */
export const gleamManifest: LockfileReader = {
  title: 'manifest.toml',
  ecosystem: 'other',
  canHash: true,
  matches: named('manifest.toml'),
  directoryOf: null,
  read(text) {
    const document = parseToml(text);
    if (!document.ok) return document;
    const packages = listOf(memberOf(document.value, 'packages'));
    if (packages.length === 0) return parsed(null); // other programs have a manifest.toml too
    const entries = packages.flatMap((item): LockEntry[] => {
      const name = textOf(memberOf(item, 'name'));
      if (name === null || textOf(memberOf(item, 'source')) === 'local') return [];
      const hash = textOf(memberOf(item, 'outer_checksum')) ?? textOf(memberOf(item, 'commit'));
      return [{ name, version: textOf(memberOf(item, 'version')), hashed: hash !== null, type: 'hex' }];
    });
    return parsed(lockByName('other', entries));
  },
};
