// SPDX-License-Identifier: Apache-2.0
import type { VexStatement } from '@plumbline/core/facts/imported/vex-documents';
import type { Problems } from '../imports/problems.ts';
import { alsoNamed } from '../imports/also-named.ts';
import { statementDetail } from '../imports/statement-detail.ts';
import { at, objectsOf, textOf, textsOf } from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-value.ts';
import { type CsafProducts, productsIn } from './csaf-products.ts';

type Status = VexStatement['status'];

/** CSAF 2.0 §3.2.3.9; `recommended` is no status. What is fixed first is fixed, what is affected first or last is affected. */
const statuses: readonly (readonly [member: string, status: Status])[] = [
  ['fixed', 'fixed'],
  ['first_fixed', 'fixed'],
  ['known_affected', 'affected'],
  ['first_affected', 'affected'],
  ['last_affected', 'affected'],
  ['known_not_affected', 'not_affected'],
  ['under_investigation', 'under_investigation'],
];

/**
 * What a vulnerability of the document says of its products: one statement for each status and reason. The reason that a
 * product is not affected is its flag (§3.2.3.5), or the impact of a threat (§3.2.3.12) in words; what to do where it is
 * affected is its remediation (§3.2.3.10).
 */
export function csafStatements(
  vulnerability: JsonObject,
  products: CsafProducts,
  problems: Problems,
): readonly VexStatement[] {
  const name = textOf(vulnerability['cve']) ?? textOf(objectsOf(vulnerability['ids'])[0]?.['text']);
  if (name === null) {
    problems.add('CSAF §6.1.27.8: a vulnerability without cve and ids');
    return [];
  }
  const reasons = reasonsOf(vulnerability, products, problems);
  const stated = new Map<string, Omit<VexStatement, 'products'> & { readonly ids: Set<string> }>();
  for (const [member, status] of statuses)
    for (const id of textsOf(at(vulnerability, 'product_status', member))) {
      const reason = reasons(id, status);
      clausesOf(reason, status, problems);
      const key = JSON.stringify([status, reason]);
      const known = stated.get(key) ?? { vulnerability: name, status, ...reason, ids: new Set() };
      known.ids.add(id);
      stated.set(key, known);
    }
  return [...stated.values()].map(({ ids, ...statement }) => ({
    ...statement,
    products: namesOf(ids, products, problems),
    ...alsoNamed([...ids].flatMap((id) => products.digests.get(id) ?? [])),
  }));
}

function namesOf(ids: ReadonlySet<string>, { names }: CsafProducts, problems: Problems): readonly string[] {
  const known = [...ids].flatMap((id) => {
    if (!names.has(id)) problems.add('CSAF §6.1.1: a product_id that the product tree does not define');
    return names.get(id) ?? [id];
  });
  return [...new Set(known)];
}

type Reason = Pick<VexStatement, 'justification' | 'detail'>;

/** Reasons by product: flags, threats and remediations name the products that they are about. */
function reasonsOf(
  vulnerability: JsonObject,
  products: CsafProducts,
  problems: Problems,
): (id: string, status: Status) => Reason {
  const byProduct = (
    entries: readonly JsonObject[],
    textIn: (entry: JsonObject) => string | null,
  ): ReadonlyMap<string, string> => {
    const texts = new Map<string, string>();
    for (const entry of entries) {
      const text = textIn(entry);
      const ids = productsIn(entry, products);
      if (ids === null)
        problems.add('CSAF product_groups: more members than are read; reasons given by group are lost');
      for (const id of ids ?? []) if (text !== null && text !== '' && !texts.has(id)) texts.set(id, text);
    }
    return texts;
  };
  const flags = byProduct(objectsOf(vulnerability['flags']), ({ label }) => textOf(label));
  const impacts = objectsOf(vulnerability['threats']).filter(({ category }) => category === 'impact');
  const impactOf = byProduct(impacts, ({ details }) => textOf(details));
  const actionOf = byProduct(objectsOf(vulnerability['remediations']), ({ category, details }) =>
    [textOf(category), textOf(details)].filter((part) => part !== null).join(': '),
  );
  return (id, status) => {
    const detail = status === 'not_affected' ? impactOf.get(id) : status === 'affected' ? actionOf.get(id) : undefined;
    return {
      justification: status === 'not_affected' ? (flags.get(id) ?? null) : null,
      ...statementDetail(detail),
    };
  };
}

function clausesOf({ justification, detail }: Reason, status: Status, problems: Problems): void {
  if (status === 'not_affected' && justification === null && detail === undefined)
    problems.add('CSAF §6.1.27.9: a product that is not affected without an impact statement');
  if (status === 'affected' && detail === undefined)
    problems.add('CSAF §6.1.27.10: an affected product without an action statement');
}
