// SPDX-License-Identifier: Apache-2.0
import { linesOf } from '../../../platform/syntax/lines.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import type { LockEntry, LockfileReader } from '../model/lockfile-reader.ts';
import type { ManifestReader } from '../model/manifest-reader.ts';
import { named } from '../model/paths.ts';

const entry = /^\s{0,20}(?:github|git|binary)\s+"([^"]{1,300})"(?:\s+"([^"]{1,100})")?/u;

/** Cartfile and Cartfile.private of Carthage. */
export const cartfile: ManifestReader = {
  ecosystem: 'other',
  lockedBy: ['cartfile-resolved'],
  matches: named('Cartfile', 'Cartfile.private'),
  read(text) {
    const names = [...linesOf(text)].flatMap(({ text: line }) => entry.exec(line)?.[1] ?? []);
    return parsed({ name: null, dependencies: names.map((name) => ({ name, range: null, optional: false })) });
  },
};

/** Cartfile.resolved: a tag or a commit; only the commit tells what the content is. */
export const cartfileResolved: LockfileReader = {
  title: 'Cartfile.resolved',
  ecosystem: 'other',
  canHash: true,
  matches: named('Cartfile.resolved'),
  directoryOf: null,
  read(text) {
    const entries = [...linesOf(text)].flatMap(({ text: line }): LockEntry[] => {
      const [, name, version = null] = entry.exec(line) ?? [];
      return name === undefined ? [] : [{ name, version, hashed: /^[0-9a-f]{40}$/u.test(version ?? ''), type: null }];
    });
    return parsed(lockByName('other', entries));
  },
};
