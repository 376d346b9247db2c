// SPDX-License-Identifier: Apache-2.0
import { listOf, memberOf, membersOf, textOf } from '../../../platform/syntax/json-value.ts';
import { parseJsonWithComments } from '../../../platform/syntax/parse-json.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { lockBySpecifier } from '../lock/lock-by-specifier.ts';
import { gitEntry } from '../model/git-entry.ts';
import type { LockEntry, LockfileReader } from '../model/lockfile-reader.ts';
import { named } from '../model/paths.ts';

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
    const entries = packages.flatMap(([, value]) => entryOf(listOf(value)) ?? []);
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

/** `["name@version", registry, {…}, "sha512-…"]`; a git source carries its commit in place of the version. */
function entryOf(item: readonly unknown[]): LockEntry | null {
  const label = textOf(item[0]) ?? '';
  const at = label.indexOf('@', 1);
  const name = at === -1 ? label : label.slice(0, at);
  const source = at === -1 ? '' : label.slice(at + 1);
  if (name === '' || /^(?:workspace|file|link|root):/u.test(source)) return null;
  if (/^(?:git|github|https?:.*\.git)/u.test(source)) {
    return gitEntry(name, source.replace('github:', 'github.com/'), /#([0-9a-f]{40})$/u.exec(source)?.[1] ?? null);
  }
  const hashed = item.some((member) => typeof member === 'string' && /^sha\d{1,3}-/u.test(member));
  return { name, version: source, hashed, type: 'npm' };
}
