// SPDX-License-Identifier: Apache-2.0
import type { Component, ManifestRole } from '@plumbline/core/facts/dependency-inventory';
import { PackageURL } from 'packageurl-js';
import type { LockEntry } from './model/lockfile-reader.ts';

/** More than any product has; a tree that names more is cut, and says so. */
const componentsMax = 50_000;

const rank: { readonly [R in ManifestRole]: number } = { shipped: 0, tooling: 1, example: 2, fixture: 3 };

/**
 * Collects components by package URL. One that occurs in several places is told of the most important one (shipped
 * before tooling before examples), and counts as hashed when every occurrence of that importance is. Fixtures are no
 * components.
 */
export class Components {
  readonly #byUrl = new Map<string, { readonly rank: number; readonly from: string; hashed: boolean }>();

  add(entries: readonly LockEntry[], from: string, role: ManifestRole): void {
    if (role === 'fixture') return;
    for (const entry of entries) {
      const url = packageUrlOf(entry);
      if (url === null) continue;
      const known = this.#byUrl.get(url);
      if (known === undefined || known.rank > rank[role])
        this.#byUrl.set(url, { rank: rank[role], from, hashed: entry.hashed });
      else if (known.rank === rank[role]) known.hashed &&= entry.hashed;
    }
  }

  /** Sorted; `cut` is how many were left out. */
  list(): { readonly components: readonly Component[]; readonly cut: number } {
    const all = [...this.#byUrl].sort(([a], [b]) => (a < b ? -1 : 1));
    const components = all
      .slice(0, componentsMax)
      .map(([purl, { hashed, from }]): Component => ({ purl, hashed, from }));
    return { components, cut: all.length - components.length };
  }
}

/** The package URL of an entry; null where its source has no type, or its name is none. */
export function packageUrlOf({ type, name, version }: LockEntry): string | null {
  if (type === null || name === '') return null;
  const separator = type === 'maven' ? ':' : '/';
  const at = name.lastIndexOf(separator);
  const namespace = at === -1 ? null : name.slice(0, at);
  try {
    return new PackageURL(type, namespace, name.slice(at + 1), version === '' ? null : version, null, null).toString();
  } catch {
    return null; // a name that the specification of package URLs does not allow
  }
}
