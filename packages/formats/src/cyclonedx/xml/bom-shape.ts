// SPDX-License-Identifier: Apache-2.0

/**
 * What an element of CycloneDX XML is in CycloneDX JSON (both are the same model; ECMA-424 §6). `each` gathers elements
 * that repeat without a wrapper into a list.
 */
export type Shape =
  | { readonly kind: 'text' }
  /** One attribute stands for the whole element. */
  | { readonly kind: 'attribute'; readonly name: string }
  | {
      readonly kind: 'object';
      readonly members: { readonly [element: string]: Shape | Each };
      readonly attributes: readonly string[];
      /** Attributes that are true or false. */
      readonly flags: readonly string[];
      /** The member that the element's text becomes. */
      readonly text: string | null;
    }
  /** `named`: every item is an object with this one member, as `<license>` in `<licenses>`. */
  | {
      readonly kind: 'list';
      readonly items: { readonly [element: string]: Shape };
      readonly named: { readonly [element: string]: string };
    };

export type Each = { readonly kind: 'each'; readonly member: string; readonly shape: Shape };

export type ObjectShape = Extract<Shape, { kind: 'object' }>;

const text: Shape = { kind: 'text' };
const attribute = (name: string): Shape => ({ kind: 'attribute', name });
const each = (member: string, shape: Shape): Each => ({ kind: 'each', member, shape });
const list = (items: { readonly [element: string]: Shape }): Shape => ({ kind: 'list', items, named: {} });
const object = (
  members: { readonly [element: string]: Shape | Each },
  attributes: readonly string[] = [],
  textMember: string | null = null,
): ObjectShape => ({ kind: 'object', members, attributes, flags: [], text: textMember });

const texts = (...names: readonly string[]): { readonly [element: string]: Shape } =>
  Object.fromEntries(names.map((name) => [name, text]));

const contact = object(texts('name', 'email'));
const party = object({ ...texts('name', 'email'), contact: each('contact', contact) });
const hashes = list({ hash: object({}, ['alg'], 'content') });
const properties = list({ property: object({}, ['name'], 'value') });
const references = list({ reference: object({ url: text, hashes }, ['type']) });
const licenses: Shape = {
  kind: 'list',
  items: {
    license: object({ ...texts('id', 'name'), text: object({}, ['encoding']) }),
    expression: text,
    'expression-detailed': attribute('expression'),
  },
  named: { license: 'license', expression: 'expression', 'expression-detailed': 'expression' },
};
const commits = list({ commit: object(texts('uid', 'url')) });

/** Components hold components: as deep as nesting may go. */
const members: { [element: string]: Shape | Each } = {
  ...texts('publisher', 'group', 'name', 'version', 'versionRange', 'scope', 'cpe', 'purl'),
  supplier: party,
  manufacturer: party,
  hashes,
  licenses,
  omniborId: each('omniborId', text),
  swhid: each('swhid', text),
  swid: object({}, ['tagId']),
  pedigree: object({ commits, patches: list({ patch: object({}, ['type']) }) }),
  externalReferences: references,
  properties,
};
const component: Shape = { ...object(members, ['type', 'bom-ref']), flags: ['isExternal'] };
const components = list({ component });
members['components'] = components;

const tools = object({
  tool: each('tool', object(texts('vendor', 'name', 'version'))),
  components,
  services: list({ service: object(texts('name', 'version')) }),
});

/** As much of a BOM as its JSON reader keeps. */
export const bomShape: ObjectShape = object({
  metadata: object({
    timestamp: text,
    lifecycles: list({ lifecycle: object(texts('phase', 'name')) }),
    tools,
    authors: list({ author: party }),
    component,
    supplier: party,
    manufacture: party,
    manufacturer: party,
    properties,
    distribution: text,
  }),
  components,
  services: list({
    service: object({ name: text, data: list({ classification: object({}, ['flow']) }) }, ['bom-ref']),
  }),
  dependencies: list({
    dependency: object(
      { dependency: each('dependsOn', attribute('ref')), provides: each('provides', attribute('ref')) },
      ['ref'],
    ),
  }),
  externalReferences: references,
  properties,
  vulnerabilities: list({
    vulnerability: object(
      {
        id: text,
        source: object(texts('name')),
        analysis: object({ ...texts('state', 'justification', 'detail'), responses: list({ response: text }) }),
        affects: list({ target: object(texts('ref')) }),
      },
      ['bom-ref'],
    ),
  }),
});
