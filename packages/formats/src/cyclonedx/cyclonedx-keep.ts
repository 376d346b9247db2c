// SPDX-License-Identifier: Apache-2.0
import type { Keep } from '../json/json-value.ts';

const party: Keep = { name: {}, email: {}, contact: { name: {}, email: {} } };
const licenses: Keep = { expression: {}, license: { id: {}, name: {}, text: { encoding: {} } } };
const properties: Keep = { name: {}, value: {} };
const references: Keep = { type: {}, url: {}, hashes: { alg: {}, content: {} } };

/** Components hold components: as deep as nesting may go. Evidence, descriptions and texts are not built. */
const component: { [member: string]: Keep } = {
  'bom-ref': {},
  type: {},
  group: {},
  name: {},
  version: {},
  versionRange: {},
  isExternal: {},
  scope: {},
  purl: {},
  cpe: {},
  swid: { tagId: {} },
  omniborId: {},
  swhid: {},
  supplier: party,
  manufacturer: party,
  authors: { name: {} },
  publisher: {},
  hashes: { alg: {}, content: {} },
  licenses,
  properties,
  externalReferences: references,
  pedigree: { commits: { uid: {}, url: {} }, patches: { type: {} } },
};
component['components'] = component;

/** What is built of a document to judge it. */
export const cycloneDxKeep: Keep = {
  bomFormat: {},
  specVersion: {},
  metadata: {
    timestamp: {},
    distribution: {},
    distributionConstraints: { tlp: {} },
    lifecycles: { phase: {}, name: {} },
    tools: {
      vendor: {},
      name: {},
      version: {},
      components: { name: {}, group: {}, version: {} },
      services: { name: {}, version: {} },
    },
    authors: party,
    supplier: party,
    manufacture: party,
    manufacturer: party,
    component,
    properties,
  },
  components: component,
  services: { 'bom-ref': {}, name: {}, data: { flow: {}, classification: {} } },
  dependencies: { ref: {}, dependsOn: {}, provides: {} },
  externalReferences: references,
  properties,
  vulnerabilities: {
    id: {},
    'bom-ref': {},
    analysis: { state: {}, justification: {}, response: {}, detail: {} },
    affects: { ref: {} },
    source: { name: {} },
  },
};

/** What is built of a document to know what it is of. */
export const cycloneDxSubjectKeep: Keep = {
  bomFormat: {},
  specVersion: {},
  metadata: {
    component: { ...component, components: {} },
    supplier: party,
    properties,
  },
  externalReferences: references,
  properties,
};

const billComponent: { [member: string]: Keep } = { ...component, evidence: { occurrences: { location: {} } } };
billComponent['components'] = billComponent;

/** What is built of a document to take all of its components over. */
export const cycloneDxBillKeep: Keep = {
  ...cycloneDxKeep,
  components: billComponent,
  vulnerabilities: {},
  compositions: { aggregate: {}, dependencies: {} },
};
