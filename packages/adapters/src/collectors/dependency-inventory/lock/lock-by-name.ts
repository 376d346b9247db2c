// SPDX-License-Identifier: Apache-2.0
import type { Ecosystem } from '@plumbline/core/facts/dependency-inventory';
import type { LockEntry, Member, ReadLockfile } from '../model/lockfile-reader.ts';
import type { Dependency } from '../model/manifest-reader.ts';
import { versionFits } from '../model/version-fits.ts';

/** Versions of one component that are compared with a range; a real tree has a handful. */
const versionsMax = 20;

type Options = {
  readonly covers?: (member: Member) => boolean;
  /** Names that are satisfied without an entry of their own: members of the workspace, replaced packages. */
  readonly alsoNamed?: ReadonlySet<string>;
};

/** A lock that knows names and versions only: a direct dependency must be there, in a version that its range allows. */
export function lockByName(ecosystem: Ecosystem, entries: readonly LockEntry[], options: Options = {}): ReadLockfile {
  const versions = new Map<string, (string | null)[]>();
  for (const { name, version } of entries) {
    const known = versions.get(name);
    if (known === undefined) versions.set(name, [version]);
    else if (known.length < versionsMax) known.push(version);
  }
  const disagreement = ({ name, range, optional }: Dependency): string | null => {
    const locked = versions.get(name);
    if (locked === undefined)
      return optional || options.alsoNamed?.has(name) === true ? null : `${name} is not in the lock`;
    if (range === null || locked.some((version) => version === null)) return null;
    const fits = locked.map((version) => versionFits(ecosystem, version ?? '', range));
    return fits.every((fit) => fit === false) ? `${name} is locked to ${locked[0]}, outside ${range}` : null;
  };
  return { entries, covers: options.covers ?? ((member) => member.directory === ''), disagreement };
}
