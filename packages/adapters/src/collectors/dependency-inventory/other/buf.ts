// SPDX-License-Identifier: Apache-2.0
import { listOf, memberOf, textOf, textsOf } from '../../../platform/syntax/json-value.ts';
import { parseYaml } from '../../../platform/syntax/parse-yaml.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import type { LockEntry, LockfileReader } from '../model/lockfile-reader.ts';
import type { ManifestReader } from '../model/manifest-reader.ts';
import { named } from '../model/paths.ts';

/** buf.yaml of Protocol Buffers: the modules under `deps`. */
export const bufYaml: ManifestReader = {
  ecosystem: 'other',
  lockedBy: ['buf-lock'],
  matches: named('buf.yaml'),
  read(text) {
    const documents = parseYaml(text);
    if (!documents.ok) return documents;
    const names = textsOf(memberOf(documents.value[0], 'deps')).map((name) => name.split(':', 1)[0] ?? name);
    return parsed({ name: null, dependencies: names.map((name) => ({ name, range: null, optional: false })) });
  },
};

/** buf.lock: version 2 names a module and its digest, version 1 its parts. */
export const bufLock: LockfileReader = {
  title: 'buf.lock',
  ecosystem: 'other',
  canHash: true,
  matches: named('buf.lock'),
  directoryOf: null,
  read(text) {
    const documents = parseYaml(text);
    if (!documents.ok) return documents;
    const entries = listOf(memberOf(documents.value[0], 'deps')).flatMap((item): LockEntry[] => {
      const parts = ['remote', 'owner', 'repository'].map((key) => textOf(memberOf(item, key)));
      const name = textOf(memberOf(item, 'name')) ?? (parts.includes(null) ? null : parts.join('/'));
      const hashed = textOf(memberOf(item, 'digest')) !== null;
      return name === null ? [] : [{ name, version: textOf(memberOf(item, 'commit')), hashed, type: null }];
    });
    return parsed(lockByName('other', entries));
  },
};
