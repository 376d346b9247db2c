// SPDX-License-Identifier: Apache-2.0

/** What a package-lock.json says of one package; only what is read here. */
export type LockedPackage = {
  readonly version: string;
  readonly integrity?: string;
  readonly dependencies?: { readonly [name: string]: string };
  readonly optionalDependencies?: { readonly [name: string]: string };
};

export type LockedPackages = { readonly [place: string]: LockedPackage };

/**
 * The packages that these need, directly and through others, as the lockfile has them, by their place. A platform's package that
 * the lockfile does not have is left out, as npm leaves it out; anything else that is missing throws.
 */
export function lockedClosure(names: readonly string[], locked: LockedPackages): LockedPackages {
  const found = new Map<string, LockedPackage>();
  const open = names.map((name) => ({ name, from: '', optional: false }));
  for (const { name, from, optional } of open) {
    const place = placeOf(name, from, locked);
    const entry = place === null ? undefined : locked[place];
    if (place === null || entry === undefined) {
      if (optional) continue;
      throw new Error(`the lockfile does not have ${name}, which ${from === '' ? 'the command' : from} needs`);
    }
    if (found.has(place)) continue;
    if (entry.integrity === undefined) throw new Error(`the lockfile has no digest of ${place}`);
    found.set(place, entry);
    for (const need of Object.keys(entry.dependencies ?? {})) open.push({ name: need, from: place, optional: false });
    for (const need of Object.keys(entry.optionalDependencies ?? {}))
      open.push({ name: need, from: place, optional: true });
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Where Node finds a package: beside the one that asks, then in every folder above. */
function placeOf(name: string, from: string, locked: LockedPackages): string | null {
  for (let above = from; ; above = above.slice(0, Math.max(0, above.lastIndexOf('/node_modules/')))) {
    const place = above === '' ? `node_modules/${name}` : `${above}/node_modules/${name}`;
    if (Object.hasOwn(locked, place)) return place;
    if (above === '') return null;
  }
}
