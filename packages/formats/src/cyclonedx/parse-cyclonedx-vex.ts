// SPDX-License-Identifier: Apache-2.0
import type { VexStatement } from '@plumbline/core/facts/imported/vex-documents';
import { statementDetail } from '../imports/statement-detail.ts';
import { alsoNamed, digestName } from '../imports/also-named.ts';
import type { Problems } from '../imports/problems.ts';
import { at, isObject, objectsOf, textOf } from '../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';

const statusOf: { readonly [state: string]: VexStatement['status'] } = {
  resolved: 'fixed',
  resolved_with_pedigree: 'fixed',
  exploitable: 'affected',
  in_triage: 'under_investigation',
  false_positive: 'not_affected',
  not_affected: 'not_affected',
};

/** The vulnerabilities that were analysed. One without an analysis is a disclosure, no statement about exploitability. */
export function cycloneDxVex(bom: JsonObject, problems: Problems): readonly VexStatement[] {
  const { products, digests } = productsByRef(bom);
  return objectsOf(bom['vulnerabilities']).flatMap((vulnerability): readonly VexStatement[] => {
    const { analysis } = vulnerability;
    if (!isObject(analysis)) return [];
    const id = textOf(vulnerability['id']);
    if (id === null) problems.add('CycloneDX vulnerability.id is missing');
    const state = textOf(analysis['state']);
    const status = state !== null && Object.hasOwn(statusOf, state) ? statusOf[state] : undefined;
    if (status === undefined)
      problems.add('CycloneDX vulnerability.analysis.state: missing, or not one of the six of the standard');
    if (id === null || status === undefined) return [];
    const affected = objectsOf(vulnerability['affects']).flatMap(({ ref }) => textOf(ref) ?? []);
    if (affected.length === 0) problems.add('CycloneDX vulnerability.affects: no product is named');
    return [
      {
        vulnerability: id,
        status,
        products: affected.map((ref) => products.get(ref) ?? ref),
        ...alsoNamed(affected.flatMap((ref) => digests.get(ref) ?? [])),
        justification: textOf(analysis['justification']),
        ...statementDetail(textOf(analysis['detail'])),
      },
    ];
  });
}

/** Package URLs and digests by reference, where the document itself lists the component. */
function productsByRef(bom: JsonObject): {
  readonly products: ReadonlyMap<string, string>;
  readonly digests: ReadonlyMap<string, readonly string[]>;
} {
  const products = new Map<string, string>();
  const digests = new Map<string, readonly string[]>();
  const visit = (list: JsonValue | undefined): void => {
    for (const component of objectsOf(list)) {
      const ref = textOf(component['bom-ref']);
      const purl = textOf(component['purl']);
      if (ref !== null && purl !== null) products.set(ref, purl);
      const hashes = objectsOf(component['hashes']).flatMap(
        ({ alg, content }) => digestName(textOf(alg) ?? '', content) ?? [],
      );
      if (ref !== null && hashes.length > 0) digests.set(ref, hashes);
      visit(component['components']);
    }
  };
  const subject = at(bom, 'metadata', 'component');
  visit(subject === undefined ? [] : [subject]);
  visit(bom['components']);
  return { products, digests };
}
