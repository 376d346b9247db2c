// SPDX-License-Identifier: Apache-2.0
import { attributeIn, elementsOf, textIn, type XmlElement } from '../../xml/xml-element.ts';
import type { XmlKeep } from '../../xml/xml-keep.ts';
import type { DisclosedComponent, Disclosure } from './cyclonedx-disclosures.ts';

const vulnerability: XmlKeep = {
  id: {},
  source: { url: {} },
  references: { reference: { id: {} } },
  ratings: { rating: { severity: {}, method: {}, vector: {} } },
  cwes: { cwe: {} },
  description: {},
  detail: {},
  recommendation: {},
  recommendations: { recommendation: {} },
  analysis: { state: {}, justification: {}, detail: {} },
  affects: { target: { ref: {} } },
};

/** Components hold components, and before 1.4 (by the vulnerability extension) their own vulnerabilities. */
const component: { [element: string]: XmlKeep } = {
  group: {},
  name: {},
  version: {},
  purl: {},
  vulnerabilities: { vulnerability },
};
component['components'] = { component };

export const cyclonedxXmlKeep: XmlKeep = {
  metadata: {
    timestamp: {},
    tools: { tool: { name: {}, version: {} }, components: { component: { name: {}, version: {} } } },
    component,
  },
  components: { component },
  vulnerabilities: { vulnerability },
};

export function xmlDisclosures(bom: XmlElement): readonly Disclosure[] {
  const components = new Map<string, DisclosedComponent>();
  const disclosures: Disclosure[] = [];
  const visit = (element: XmlElement): void => {
    const described = describe(element);
    const reference = attributeIn(element, 'bom-ref') ?? described.purl;
    if (reference !== null) components.set(reference, described);
    for (const one of elementsOf(element, 'vulnerabilities', 'vulnerability'))
      disclosures.push(disclosureOf(one, [described]));
    for (const child of elementsOf(element, 'components', 'component')) visit(child);
  };
  for (const element of [...elementsOf(bom, 'metadata', 'component'), ...elementsOf(bom, 'components', 'component')])
    visit(element);
  for (const one of elementsOf(bom, 'vulnerabilities', 'vulnerability')) {
    const references = [
      ...elementsOf(one, 'affects', 'target', 'ref').map(({ text }) => text.trim()),
      attributeIn(one, 'ref'),
    ];
    const affected = references.flatMap((reference) =>
      reference === null ? [] : [components.get(reference) ?? reference],
    );
    disclosures.push(disclosureOf(one, affected));
  }
  return disclosures;
}

function describe(element: XmlElement): DisclosedComponent {
  const name = textIn(element, 'name') ?? 'unnamed';
  const group = textIn(element, 'group');
  return {
    name: group === null ? name : `${group}/${name}`,
    version: textIn(element, 'version'),
    purl: textIn(element, 'purl'),
  };
}

function disclosureOf(one: XmlElement, affected: Disclosure['affected']): Disclosure {
  return {
    id: textIn(one, 'id'),
    references: elementsOf(one, 'references', 'reference').map((reference) => textIn(reference, 'id')),
    description: textIn(one, 'description') ?? textIn(one, 'detail'),
    recommendation: textIn(one, 'recommendation') ?? textIn(one, 'recommendations', 'recommendation'),
    source: textIn(one, 'source', 'url'),
    ratings: elementsOf(one, 'ratings', 'rating').map((rating) => ({
      severity: textIn(rating, 'severity'),
      method: textIn(rating, 'method'),
      vector: textIn(rating, 'vector'),
    })),
    weaknesses: elementsOf(one, 'cwes', 'cwe').map(({ text }) => text.trim()),
    analysis: {
      state: textIn(one, 'analysis', 'state'),
      justification: textIn(one, 'analysis', 'justification'),
      detail: textIn(one, 'analysis', 'detail'),
    },
    affected,
  };
}
