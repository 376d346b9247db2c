// SPDX-License-Identifier: Apache-2.0
import { listOf, memberOf, textOf } from '../../../platform/syntax/json-value.ts';
import { parseToml } from '../../../platform/syntax/parse-toml.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import type { LockfileReader, Member } from '../model/lockfile-reader.ts';
import { named } from '../model/paths.ts';
import { cargoEntry } from './cargo-entry.ts';

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
    const metadata = memberOf(document.value, 'metadata');
    const members = new Set<string>();
    const entries = listOf(document.value['package']).flatMap((item) => {
      const read = cargoEntry(item, metadata);
      if (read === null) members.add(textOf(memberOf(item, 'name')) ?? '');
      return read?.entry ?? [];
    });
    const covers = ({ directory, name }: Member) => directory === '' || (name !== null && members.has(name));
    return parsed(lockByName('cargo', entries, { covers, alsoNamed: members }));
  },
};
