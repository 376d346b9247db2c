// SPDX-License-Identifier: Apache-2.0
import { digestName } from '../imports/also-named.ts';
import { at, objectsOf, textOf, textsOf } from '../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';

const bounds = { identifiers: 20, grouped: 2_000_000 } as const;

/** How the products of a document are named outside of it, by `product_id`, and its groups of products. */
export type CsafProducts = {
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** Digests of their files (`sha256:…`), where the document gives any. */
  readonly digests: ReadonlyMap<string, readonly string[]>;
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** How many more members of groups may be looked at: entries times members would be more than a document can hold. */
  readonly budget: { left: number };
};

/**
 * CSAF 2.0 §3.2.2: products stand in branches, in a list of their own, and in relationships, where a product that is part
 * of another is named by the part. A product is named by its package URLs, else its CPE, else its full name.
 */
export function csafProducts(tree: JsonValue | undefined): CsafProducts {
  const names = new Map<string, readonly string[]>();
  const digests = new Map<string, readonly string[]>();
  const add = (product: JsonValue | undefined, part: readonly string[] = []): void => {
    const id = textOf(at(product, 'product_id'));
    if (id === null) return;
    const identified = identifiersOf(product);
    const name = textOf(at(product, 'name'));
    const found = [identified, part].find((listed) => listed.length > 0);
    names.set(id, found ?? (name === null ? [] : [name]));
    const files = digestsOf(product);
    if (files.length > 0) digests.set(id, files);
  };
  const visit = (branches: JsonValue | undefined): void => {
    for (const branch of objectsOf(branches)) {
      add(branch['product']);
      visit(branch['branches']);
    }
  };
  visit(at(tree, 'branches'));
  for (const product of objectsOf(at(tree, 'full_product_names'))) add(product);
  for (const relationship of objectsOf(at(tree, 'relationships')))
    add(relationship['full_product_name'], names.get(textOf(relationship['product_reference']) ?? '') ?? []);
  const groups = objectsOf(at(tree, 'product_groups')).flatMap((group) => {
    const id = textOf(group['group_id']);
    return id === null ? [] : [[id, textsOf(group['product_ids'])] as const];
  });
  return { names, digests, groups: new Map(groups), budget: { left: bounds.grouped } };
}

/** CSAF 2.0 §3.1.3.3: `purl` and `cpe`; 2.1 has `purls`. */
function identifiersOf(product: JsonValue | undefined): readonly string[] {
  const helper = at(product, 'product_identification_helper');
  const purl = textOf(at(helper, 'purl'));
  const purls = [...(purl === null ? [] : [purl]), ...textsOf(at(helper, 'purls'))].slice(0, bounds.identifiers);
  const cpe = textOf(at(helper, 'cpe'));
  return purls.length > 0 || cpe === null ? purls : [cpe];
}

/** CSAF 2.0 §3.1.3.3.2 */
function digestsOf(product: JsonValue | undefined): readonly string[] {
  return objectsOf(at(product, 'product_identification_helper', 'hashes'))
    .flatMap((hashes) => objectsOf(hashes['file_hashes']))
    .flatMap(({ algorithm, value }) => digestName(textOf(algorithm) ?? '', value) ?? [])
    .slice(0, bounds.identifiers);
}

/** Products that an entry names itself or by their groups; null: the groups hold more than is looked at. */
export function productsIn(entry: JsonObject, { groups, budget }: CsafProducts): readonly string[] | null {
  const listed = textsOf(entry['group_ids']).map((id) => groups.get(id) ?? []);
  for (const members of listed) budget.left -= members.length + 1;
  return budget.left < 0 ? null : [...textsOf(entry['product_ids']), ...listed.flat()];
}
