// SPDX-License-Identifier: Apache-2.0
import type { BillComponent } from '@plumbline/core/sbom/bill-of-materials';
import { componentRef } from './component-ref.ts';
import { mergeComponents } from './merge-components.ts';

/** A component as a document names it: `id` and what it depends on are the document's own. */
export type IdentifiedComponent = Omit<BillComponent, 'ref'> & { readonly id: string };

/**
 * The components of a document under the refs that every bill uses, so that documents of different formats can be
 * compared; and how the document's own identifiers lead there. Edges to what is no component are left out.
 */
export function resolveComponents(components: readonly IdentifiedComponent[]): {
  readonly components: readonly BillComponent[];
  readonly refOf: (id: string) => readonly string[];
} {
  const refs = new Map(components.map(({ id, purl, name, version }) => [id, componentRef(purl, name, version)]));
  const refOf = (id: string): readonly string[] => {
    const ref = refs.get(id);
    return ref === undefined ? [] : [ref];
  };
  const resolved = components.map((component): BillComponent => {
    const { id, dependsOn, ...stated } = component;
    const ref = componentRef(stated.purl, stated.name, stated.version);
    // a component that needs itself says nothing
    const others =
      dependsOn === null
        ? null
        : refsOf(
            dependsOn.filter((one) => one !== id),
            refOf,
          );
    return { ...stated, ref, dependsOn: others };
  });
  return { components: mergeComponents(resolved), refOf };
}

/** Sorted and each once. */
export function refsOf(ids: readonly string[], refOf: (id: string) => readonly string[]): readonly string[] {
  return [...new Set(ids.flatMap((id) => refOf(id)))].toSorted();
}
