// SPDX-License-Identifier: Apache-2.0
import { at, listOf, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonValue, Keep } from '../../json/json-value.ts';
import type { DisclosedComponent, Disclosure } from './cyclonedx-disclosures.ts';

/** Components hold components, as deep as nesting may go. */
const component: { [member: string]: Keep } = { 'bom-ref': {}, group: {}, name: {}, version: {}, purl: {} };
component['components'] = component;

export const cyclonedxJsonKeep: Keep = {
  bomFormat: {},
  specVersion: {},
  metadata: {
    timestamp: {},
    tools: { name: {}, version: {}, components: { name: {}, version: {} } },
    component,
  },
  components: component,
  vulnerabilities: {
    id: {},
    source: { url: {} },
    references: { id: {} },
    ratings: { severity: {}, method: {}, vector: {} },
    cwes: {},
    description: {},
    detail: {},
    recommendation: {},
    analysis: { state: {}, justification: {}, detail: {} },
    affects: { ref: {} },
  },
};

export function jsonDisclosures(bom: JsonValue | undefined): readonly Disclosure[] {
  const components = new Map<string, DisclosedComponent>();
  const subject = at(bom, 'metadata', 'component');
  collect([...(subject === undefined ? [] : [subject]), ...listOf(at(bom, 'components'))], components);
  return objectsOf(at(bom, 'vulnerabilities')).map((vulnerability) => ({
    id: textOf(vulnerability['id']),
    references: objectsOf(vulnerability['references']).map(({ id }) => textOf(id)),
    description: textOf(vulnerability['description']) ?? textOf(vulnerability['detail']),
    recommendation: textOf(vulnerability['recommendation']),
    source: textOf(at(vulnerability, 'source', 'url')),
    ratings: objectsOf(vulnerability['ratings']).map(({ severity, method, vector }) => ({
      severity: textOf(severity),
      method: textOf(method),
      vector: textOf(vector),
    })),
    weaknesses: listOf(vulnerability['cwes']).filter((cwe) => typeof cwe === 'number'),
    analysis: {
      state: textOf(at(vulnerability, 'analysis', 'state')),
      justification: textOf(at(vulnerability, 'analysis', 'justification')),
      detail: textOf(at(vulnerability, 'analysis', 'detail')),
    },
    affected: objectsOf(vulnerability['affects']).flatMap(({ ref }) => {
      const reference = textOf(ref);
      return reference === null ? [] : [components.get(reference) ?? reference];
    }),
  }));
}

function collect(listed: readonly JsonValue[], components: Map<string, DisclosedComponent>): void {
  for (const one of objectsOf(listed)) {
    const name = textOf(one['name']);
    const group = textOf(one['group']);
    const reference = textOf(one['bom-ref']) ?? textOf(one['purl']);
    if (name !== null && reference !== null)
      components.set(reference, {
        name: group === null ? name : `${group}/${name}`,
        version: textOf(one['version']),
        purl: textOf(one['purl']),
      });
    collect(listOf(one['components']), components);
  }
}
