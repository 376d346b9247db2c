// SPDX-License-Identifier: Apache-2.0
import { fieldsOf, memberOf, membersOf, textOf } from '../../../platform/syntax/json-value.ts';
import { parseJson } from '../../../platform/syntax/parse-json.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import type { LockEntry, LockfileReader, ReadLockfile } from '../model/lockfile-reader.ts';
import type { Dependency } from '../model/manifest-reader.ts';
import { joinPath, named, upwardFrom } from '../model/paths.ts';
import { versionFits } from '../model/version-fits.ts';
import { packageLockEntry } from './package-lock-entry.ts';

/** npm documentation, package-lock.json, lockfileVersion 1 (a tree of names) and 2, 3 (a table of locations). */
export const packageLock: LockfileReader = {
  title: 'package-lock.json',
  ecosystem: 'npm',
  canHash: true,
  matches: named('package-lock.json', 'npm-shrinkwrap.json'),
  directoryOf: null,
  read(text) {
    const document = parseJson(text);
    if (!document.ok) return document;
    const packages = memberOf(document.value, 'packages');
    if (packages !== undefined) return parsed(byLocation(packages));
    const dependencies = memberOf(document.value, 'dependencies');
    const isLock = dependencies !== undefined || memberOf(document.value, 'lockfileVersion') !== undefined;
    return parsed(isLock ? lockByName('npm', entriesOfTree(dependencies)) : null);
  },
};

const inModules = 'node_modules/';

function byLocation(packages: unknown): ReadLockfile {
  const locations = new Map(membersOf(packages).map(([location, value]) => [location, fieldsOf(value)]));
  const entries: LockEntry[] = [];
  for (const [location, item] of locations) {
    const at = location.lastIndexOf(inModules);
    if (at === -1 || item['link'] === true) continue;
    const entry = packageLockEntry(textOf(item['name']) ?? location.slice(at + inModules.length), item);
    if (entry !== null) entries.push(entry);
  }
  const resolve = (name: string, directory: string) => {
    for (const from of upwardFrom(directory)) {
      const found = locations.get(joinPath(from, inModules + name));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return {
    entries,
    covers: ({ directory }) => locations.has(directory),
    disagreement: ({ name, range, optional }: Dependency, { directory }) => {
      const found = resolve(name, directory);
      if (found === undefined) return optional ? null : `${name} is not in the lock`;
      const version = textOf(found['version']);
      if (range === null || version === null || found['link'] === true) return null;
      return versionFits('npm', version, range) === false ? `${name} is locked to ${version}, outside ${range}` : null;
    },
  };
}

/** Version 1: dependencies within dependencies. Walked with a list of its own, as deep as it may be. */
function entriesOfTree(root: unknown): readonly LockEntry[] {
  const entries: LockEntry[] = [];
  const waiting: unknown[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const [name, value] of membersOf(next)) {
      const nested = memberOf(value, 'dependencies');
      if (nested !== undefined) waiting.push(nested);
      const entry = packageLockEntry(name, fieldsOf(value));
      if (entry !== null) entries.push(entry);
    }
  }
  return entries;
}
