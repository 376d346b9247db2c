// SPDX-License-Identifier: Apache-2.0
import { listOf, memberOf, textOf } from '../../../platform/syntax/json-value.ts';
import { parseJson } from '../../../platform/syntax/parse-json.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import type { LockEntry, LockfileReader } from '../model/lockfile-reader.ts';
import { named } from '../model/paths.ts';

/** lockfile.json of the maven-lockfile plugin: a tree of artifacts with checksums. */
export const mavenLockfile: LockfileReader = {
  title: 'lockfile.json (maven-lockfile plugin)',
  ecosystem: 'maven',
  canHash: true,
  matches: named('lockfile.json'),
  directoryOf: null,
  read(text) {
    const document = parseJson(text);
    if (!document.ok) return document;
    const root = document.value;
    if (memberOf(root, 'artifactId') === undefined && memberOf(root, 'artifactID') === undefined) return parsed(null);
    const entries: LockEntry[] = [];
    const waiting = [...listOf(memberOf(root, 'dependencies'))];
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
      const name = `${textOf(memberOf(item, 'groupId'))}:${textOf(memberOf(item, 'artifactId'))}`;
      const hashed = textOf(memberOf(item, 'checksum')) !== null;
      entries.push({ name, version: textOf(memberOf(item, 'version')), hashed, type: 'maven' });
      waiting.push(...listOf(memberOf(item, 'children')));
    }
    return parsed(lockByName('maven', entries));
  },
};
