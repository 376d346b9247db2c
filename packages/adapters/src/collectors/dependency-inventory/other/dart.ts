// SPDX-License-Identifier: Apache-2.0
import { isFields, memberAt, memberOf, membersOf, textOf } from '../../../platform/syntax/json-value.ts';
import { parseYaml } from '../../../platform/syntax/parse-yaml.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import type { LockEntry, LockfileReader } from '../model/lockfile-reader.ts';
import type { ManifestReader } from '../model/manifest-reader.ts';
import { named } from '../model/paths.ts';

/** pubspec.yaml of Dart and Flutter; what comes with the SDK or from a path is not external. */
export const pubspec: ManifestReader = {
  ecosystem: 'other',
  lockedBy: ['pubspec-lock'],
  matches: named('pubspec.yaml'),
  read(text) {
    const document = parseYaml(text);
    if (!document.ok) return document;
    const [root] = document.value;
    const items = ['dependencies', 'dev_dependencies'].flatMap((key) => membersOf(memberOf(root, key)));
    const dependencies = items.flatMap(([name, value]) => {
      const inside = isFields(value) && (memberOf(value, 'path') !== undefined || memberOf(value, 'sdk') !== undefined);
      return inside ? [] : [{ name, range: null, optional: false }];
    });
    return parsed({ name: textOf(memberOf(root, 'name')), dependencies });
  },
};

export const pubspecLock: LockfileReader = {
  title: 'pubspec.lock',
  ecosystem: 'other',
  canHash: true,
  matches: named('pubspec.lock'),
  directoryOf: null,
  read(text) {
    const document = parseYaml(text);
    if (!document.ok) return document;
    const items = membersOf(memberOf(document.value[0], 'packages'));
    const entries = items.flatMap(([name, item]): LockEntry[] => {
      const source = textOf(memberOf(item, 'source'));
      if (source === 'path' || source === 'sdk') return [];
      const hash = memberAt(item, ['description', source === 'git' ? 'resolved-ref' : 'sha256']);
      return [
        {
          name,
          version: textOf(memberOf(item, 'version')),
          hashed: textOf(hash) !== null,
          type: source === 'git' ? null : 'pub',
        },
      ];
    });
    return parsed(lockByName('other', entries));
  },
};
