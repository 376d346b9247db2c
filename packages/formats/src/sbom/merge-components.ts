// SPDX-License-Identifier: Apache-2.0
import { type BillComponent, type BillHash, dependencyScopes } from '@plumbline/core/sbom/bill-of-materials';

/** Components in the order of their refs, each once: what is said of one in several places is put together. */
export function mergeComponents(components: readonly BillComponent[]): readonly BillComponent[] {
  const merged = new Map<string, BillComponent>();
  for (const component of components) {
    const known = merged.get(component.ref);
    merged.set(component.ref, known === undefined ? component : mergeTwo(known, component));
  }
  return [...merged.values()].toSorted((a, b) => (a.ref < b.ref ? -1 : 1));
}

function mergeTwo(a: BillComponent, b: BillComponent): BillComponent {
  return {
    ...a,
    version: a.version ?? b.version,
    hashes: distinctHashes([...a.hashes, ...b.hashes]),
    license: a.license ?? b.license,
    supplier: a.supplier ?? b.supplier,
    ...(a.originator === undefined && b.originator !== undefined && { originator: b.originator }),
    scope: strongest(a.scope, b.scope),
    dependsOn:
      a.dependsOn === null || b.dependsOn === null
        ? (a.dependsOn ?? b.dependsOn)
        : [...new Set([...a.dependsOn, ...b.dependsOn])].toSorted(),
    foundIn: [...new Set([...a.foundIn, ...b.foundIn])].toSorted(),
  };
}

/** What one user of a component needs to run, the product does; nobody knowing is the least. */
export function strongest(a: BillComponent['scope'], b: BillComponent['scope']): BillComponent['scope'] {
  const order = ['runtime', 'optional', 'development'] satisfies readonly (typeof dependencyScopes)[number][];
  return order.find((scope) => scope === a || scope === b) ?? null;
}

function distinctHashes(hashes: readonly BillHash[]): readonly BillHash[] {
  return [...new Map(hashes.map((hash) => [`${hash.algorithm}:${hash.value}:${hash.file ?? ''}`, hash])).values()];
}
