// SPDX-License-Identifier: Apache-2.0
import { listOf, memberOf, membersOf, textOf } from '../../../platform/syntax/json-value.ts';
import { parseJsonWithComments } from '../../../platform/syntax/parse-json.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { lockBySpecifier } from '../lock/lock-by-specifier.ts';
import type { LockfileReader } from '../model/lockfile-reader.ts';
import { named } from '../model/paths.ts';
import { bunEntry } from './bun-entry.ts';

const groups = ['dependencies', 'devDependencies', 'optionalDependencies'];

/** bun.lock, the text format. bun.lockb is binary: the snapshot hands it over as unread. */
export const bunLock: LockfileReader = {
  title: 'bun.lock',
  ecosystem: 'npm',
  canHash: true,
  matches: named('bun.lock', 'bun.lockb'),
  directoryOf: null,
  read(text) {
    const document = parseJsonWithComments(text);
    if (!document.ok) return document;
    const packages = membersOf(memberOf(document.value, 'packages'));
    const entries = packages.flatMap(([, value]) => bunEntry(listOf(value)) ?? []);
    const importers = new Map(
      membersOf(memberOf(document.value, 'workspaces')).map(([directory, workspace]) => [
        directory,
        declaredBy(workspace),
      ]),
    );
    const free = new Set(membersOf(memberOf(document.value, 'overrides')).map(([name]) => name));
    return parsed(lockBySpecifier(entries, importers, free));
  },
};

function declaredBy(workspace: unknown): ReadonlyMap<string, string> {
  const declared = groups.flatMap((group) => membersOf(memberOf(workspace, group)));
  return new Map(declared.map(([name, range]) => [name, textOf(range) ?? '']));
}
