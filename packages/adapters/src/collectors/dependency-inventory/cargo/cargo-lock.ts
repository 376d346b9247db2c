// SPDX-License-Identifier: Apache-2.0
import { listOf, memberOf, membersOf, textOf } from '../../../platform/syntax/json-value.ts';
import { parseToml } from '../../../platform/syntax/parse-toml.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import { gitEntry } from '../model/git-entry.ts';
import type { LockEntry, LockfileReader, Member } from '../model/lockfile-reader.ts';
import { named } from '../model/paths.ts';

/** Cargo.lock, versions 1 to 4. Packages without a source are members of the workspace. */
export const cargoLock: LockfileReader = {
  title: 'Cargo.lock',
  ecosystem: 'cargo',
  canHash: true,
  matches: named('Cargo.lock'),
  directoryOf: null,
  read(text) {
    const document = parseToml(text);
    if (!document.ok) return document;
    const old = new Map(membersOf(memberOf(document.value, 'metadata')));
    const members = new Set<string>();
    const entries = listOf(document.value['package']).flatMap((item): LockEntry[] => {
      const name = textOf(memberOf(item, 'name')) ?? '';
      const version = textOf(memberOf(item, 'version'));
      const source = textOf(memberOf(item, 'source'));
      if (source === null) members.add(name);
      if (source === null) return [];
      const checksum = memberOf(item, 'checksum') ?? old.get(`checksum ${name} ${version} (${source})`);
      if (!source.startsWith('git+')) return [{ name, version, hashed: textOf(checksum) !== null, type: 'cargo' }];
      // compared by the crate's own name; the package URL is the crate's too, since its version is known
      return [{ ...gitEntry(name, source, source.split('#', 2)[1] ?? null), name, version, type: null }];
    });
    const covers = ({ directory, name }: Member) => directory === '' || (name !== null && members.has(name));
    return parsed(lockByName('cargo', entries, { covers, alsoNamed: members }));
  },
};
