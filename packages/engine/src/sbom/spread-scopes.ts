// SPDX-License-Identifier: Apache-2.0
import type { BillComponent, DependencyScope } from '@plumbline/core/sbom/bill-of-materials';
import type { LockedRoot } from '@plumbline/core/sbom/locked-tree';

/** What the product needs to run outranks what it may use, and that what its makers need. */
const order: readonly DependencyScope[] = ['runtime', 'optional', 'development'];

/**
 * Gives each component whose lockfile states no scope that of the most important direct dependency which leads to it.
 * `reached` are the refs that any path leads to; roots name refs.
 */
export function spreadScopes(
  components: readonly BillComponent[],
  roots: readonly LockedRoot[],
): { readonly components: readonly BillComponent[]; readonly reached: ReadonlySet<string> } {
  const byRef = new Map(components.map((component) => [component.ref, component]));
  const scopes = new Map<string, DependencyScope>();
  for (const scope of order) {
    const waiting = roots.filter((root) => root.scope === scope).map(({ key }) => key);
    for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
      if (scopes.has(ref)) continue;
      scopes.set(ref, scope);
      waiting.push(...(byRef.get(ref)?.dependsOn ?? []));
    }
  }
  return {
    components: components.map((component) => ({
      ...component,
      scope: component.scope ?? scopes.get(component.ref) ?? null,
    })),
    reached: new Set(scopes.keys()),
  };
}
