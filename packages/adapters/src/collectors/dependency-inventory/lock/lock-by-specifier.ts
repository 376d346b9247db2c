// SPDX-License-Identifier: Apache-2.0
import type { LockEntry, Member, ReadLockfile } from '../model/lockfile-reader.ts';

/** What a lock says each of its projects asked for, by directory and name. */
export type Importers = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * A lock that repeats what its projects declared when it was made (pnpm, bun, npm): it is out of date as soon as a
 * manifest declares something else. `free` names what overrides or catalogs replace.
 */
export function lockBySpecifier(
  entries: readonly LockEntry[],
  importers: Importers,
  free: ReadonlySet<string> = new Set(),
): ReadLockfile {
  return {
    entries,
    covers: ({ directory }: Member) => importers.has(directory),
    disagreement: ({ name, range, optional }, { directory }) => {
      const specifier = importers.get(directory)?.get(name);
      if (specifier === undefined) return optional ? null : `${name} is not in the lock`;
      if (range === null || free.has(name) || specifier === range) return null;
      return `${name} was locked for ${specifier}, the manifest says ${range}`;
    },
  };
}
