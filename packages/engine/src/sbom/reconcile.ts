// SPDX-License-Identifier: Apache-2.0
import type { BillComponent, BillOfMaterials } from '@plumbline/core/sbom/bill-of-materials';
import { componentKey, plainVersion } from './component-key.ts';

/** One component that a bill states otherwise than what it is compared with has it. */
export type Mismatch = {
  readonly name: string;
  readonly listed: readonly string[];
  readonly found: readonly string[];
};

export type Reconciliation = {
  /** In what the bill is of, and not in the bill. */
  readonly missing: readonly BillComponent[];
  /** In the bill, of a kind that is there, and not found. */
  readonly extra: readonly BillComponent[];
  readonly versions: readonly Mismatch[];
  /** Same version, other content. */
  readonly contents: readonly Mismatch[];
  readonly matched: number;
};

/**
 * Compares a bill with what was found. A development dependency may be left out of a bill; what is of a kind that the
 * other side does not know at all (system packages beside lockfiles) is not called extra, and neither is what the
 * sources themselves are: `own`, package URLs without versions.
 */
export function reconcile(bill: BillOfMaterials, found: BillOfMaterials, own: readonly string[] = []): Reconciliation {
  const listed = Map.groupBy(bill.components, (component) => componentKey(component));
  const there = Map.groupBy(found.components, (component) => componentKey(component));
  const missing: BillComponent[] = [];
  const versions: Mismatch[] = [];
  const contents: Mismatch[] = [];
  let matched = 0;
  for (const [key, components] of there) {
    const stated = listed.get(key);
    if (stated === undefined) {
      missing.push(...components.filter(({ scope }) => scope !== 'development'));
      continue;
    }
    const needed = components.filter(({ scope }) => scope !== 'development');
    const [has, is] = [stated, components].map(versionsOf);
    const must = versionsOf(needed);
    if (
      has !== undefined &&
      is !== undefined &&
      (has.some((one) => !is.includes(one)) || must.some((one) => !has.includes(one)))
    )
      versions.push({ name: components[0]?.name ?? key, listed: has, found: is });
    else matched += components.length;
    contents.push(...contentsOf(stated, components));
  }
  const types = new Set([...there.keys()].map(typeOf));
  const ours = new Set(own.map((purl) => componentKey({ purl, name: '' })));
  const extra = [...listed].flatMap(([key, components]) =>
    !there.has(key) && !ours.has(key) && types.has(typeOf(key)) ? components : [],
  );
  return { missing, extra, versions, contents, matched };
}

const versionsOf = (components: readonly BillComponent[]): readonly string[] =>
  [...new Set(components.flatMap(({ version }) => (version === null ? [] : [plainVersion(version)])))].toSorted();

const typeOf = (key: string): string => key.slice(0, Math.max(0, key.indexOf('/')));

/** Hashes of one algorithm that both sides state, none of which is the same. */
function contentsOf(stated: readonly BillComponent[], found: readonly BillComponent[]): readonly Mismatch[] {
  return found.flatMap((component) => {
    const other = stated.find(({ version }) => plainVersion(version) === plainVersion(component.version));
    if (other === undefined) return [];
    for (const algorithm of new Set(component.hashes.map((hash) => hash.algorithm))) {
      const [a, b] = [other, component].map((one) =>
        one.hashes.filter((hash) => hash.algorithm === algorithm).map((hash) => hash.value),
      );
      if (a === undefined || b === undefined || a.length === 0) continue;
      if (!b.some((value) => a.includes(value)))
        return [{ name: `${component.name} ${component.version ?? ''}`.trim(), listed: a, found: b }];
    }
    return [];
  });
}
