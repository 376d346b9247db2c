// SPDX-License-Identifier: Apache-2.0
import type { Sbom } from '@plumbline/core/facts/imported/sboms';
import type { VexDocument } from '@plumbline/core/facts/imported/vex-documents';
import { firstByte } from '../imports/first-byte.ts';
import { notThisFormat } from '../imports/parsed.ts';
import { createProblems } from '../imports/problems.ts';
import { statedInstant } from '../imports/stated-instant.ts';
import type { TextFault } from '../imports/text-fault.ts';
import type { Unfiled } from '../imports/unfiled.ts';
import { at, isObject, objectOf, textOf } from '../json/json-fields.ts';
import type { JsonObject, Keep } from '../json/json-value.ts';
import { parseJson } from '../json/parse-json.ts';
import { cycloneDxClauses } from './parse-cyclonedx-clauses.ts';
import { cycloneDxCommit } from './parse-cyclonedx-commit.ts';
import { cycloneDxComponents } from './parse-cyclonedx-components.ts';
import { cycloneDxDocument } from './parse-cyclonedx-document.ts';
import { cycloneDxVex } from './parse-cyclonedx-vex.ts';
import { readBomXml } from './xml/read-bom-xml.ts';

/** A BOM is a bill of materials, a VEX document, or both. */
export type ParsedCycloneDx =
  | { readonly state: 'parsed'; readonly sbom: Unfiled<Sbom> | null; readonly vex: Unfiled<VexDocument> | null }
  | { readonly state: 'failed'; readonly fault: TextFault };

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
  publisher: {},
  hashes: { alg: {}, content: {} },
  licenses,
  properties,
  externalReferences: references,
  pedigree: { commits: { uid: {}, url: {} }, patches: { type: {} } },
};
component['components'] = component;

const keep: Keep = {
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

const versions: ReadonlySet<string> = new Set(['1.2', '1.3', '1.4', '1.5', '1.6', '1.7']);

/**
 * Parses CycloneDX JSON and XML, 1.4 to 1.7 (earlier ones as far as they are the same). A document with vulnerabilities
 * that were analysed is a VEX document; it is no bill of materials when it lists no components.
 */
export function parseCycloneDx(bytes: Uint8Array): ParsedCycloneDx {
  if (firstByte(bytes) === 0x3c) {
    const read = readBomXml(bytes);
    return read.state === 'failed' ? read : parsedBom(read.bom, read.specVersion, false);
  }
  const parsed = parseJson(bytes, keep);
  if (parsed.state === 'failed') return parsed;
  const bom = objectOf(parsed.values[0]);
  if (bom['bomFormat'] !== 'CycloneDX') return notThisFormat('CycloneDX: bomFormat is not "CycloneDX"');
  const specVersion = textOf(bom['specVersion']);
  if (specVersion === null || !versions.has(specVersion))
    return notThisFormat(`CycloneDX ${specVersion ?? 'without a specVersion'} is not read, only 1.4 to 1.7`);
  return parsedBom(bom, specVersion, parsed.values.length > 1);
}

function parsedBom(bom: JsonObject, specVersion: string, trailing: boolean): ParsedCycloneDx {
  const problems = createProblems();
  if (trailing) problems.add('RFC 8259 §2: more than one value; only the first one is read');
  cycloneDxClauses(bom, problems);
  const document = cycloneDxDocument(bom);
  const listed = cycloneDxComponents(bom, problems);
  const finishedAt = statedInstant(at(bom, 'metadata', 'timestamp'), 'CycloneDX metadata.timestamp', problems);
  const vex = cycloneDxVex(bom, problems);
  const analysed = vex.length > 0;
  const binding = {
    tool: document.tool,
    toolVersion: document.toolVersion,
    commit: cycloneDxCommit(bom, problems),
    // The format knows no failed run: a document that ends well-formed is a run that came to its end.
    completed: true,
    finishedAt,
    problems: problems.list(),
  };
  return {
    state: 'parsed',
    sbom:
      analysed && listed.components.length === 0
        ? null
        : {
            ...binding,
            format: 'cyclonedx',
            specVersion,
            subject: subjectOf(bom),
            components: listed.components,
            gaps: listed.gaps({ ...document.elements, timestamp: finishedAt !== null }),
          },
    vex: analysed ? { ...binding, format: 'cyclonedx', author: document.author, statements: vex } : null,
  };
}

function subjectOf(bom: JsonObject): Sbom['subject'] {
  const subject = at(bom, 'metadata', 'component');
  if (!isObject(subject)) return null;
  const name = textOf(subject['name']);
  const group = textOf(subject['group']);
  return {
    name: name === null ? '' : group === null ? name : `${group}/${name}`,
    version: textOf(subject['version']),
    purl: textOf(subject['purl']),
  };
}
