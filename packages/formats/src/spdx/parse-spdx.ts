// SPDX-License-Identifier: Apache-2.0
import { firstByte } from '../imports/first-byte.ts';
import { notThisFormat } from '../imports/parsed.ts';
import { at, listOf, objectOf, objectsOf, textOf } from '../json/json-fields.ts';
import type { JsonObject, Keep } from '../json/json-value.ts';
import { parseJson } from '../json/parse-json.ts';
import { parseSpdx2 } from './parse-spdx-2.ts';
import { parseSpdx3 } from './parse-spdx-3.ts';
import type { ParsedSpdx } from './spdx-document.ts';
import { readTagValue } from './tag-value/read-tag-value.ts';

const package2: Keep = {
  SPDXID: {},
  name: {},
  versionInfo: {},
  supplier: {},
  originator: {},
  downloadLocation: {},
  checksums: { algorithm: {}, checksumValue: {} },
  packageVerificationCode: { packageVerificationCodeValue: {} },
  licenseConcluded: {},
  licenseDeclared: {},
  externalRefs: { referenceType: {}, referenceLocator: {} },
};

const creation: Keep = { created: {}, creators: {}, comment: {}, createdBy: {}, createdUsing: {}, specVersion: {} };

const element3: Keep = {
  type: {},
  '@type': {},
  '@id': {},
  spdxId: {},
  name: {},
  ...creation,
  creationInfo: creation,
  rootElement: {},
  software_sbomType: {},
  software_packageVersion: {},
  software_packageUrl: {},
  software_downloadLocation: {},
  suppliedBy: {},
  originatedBy: {},
  verifiedUsing: { type: {}, algorithm: {}, hashValue: {} },
  externalIdentifier: { externalIdentifierType: {}, identifier: {} },
  externalRef: { externalRefType: {}, locator: {} },
  from: {},
  to: {},
  relationshipType: {},
};

/** Files and snippets of SPDX 2, and texts everywhere, are checked and not built. */
const keep: Keep = {
  spdxVersion: {},
  SPDXID: {},
  name: {},
  dataLicense: {},
  documentNamespace: {},
  creationInfo: creation,
  documentDescribes: {},
  packages: package2,
  relationships: { spdxElementId: {}, relatedSpdxElement: {}, relationshipType: {} },
  '@context': {},
  '@graph': element3,
};

/** Parses SPDX 2.2 and 2.3 as JSON and tag-value, and 3.0 as JSON-LD with its one context. */
export function parseSpdx(bytes: Uint8Array): ParsedSpdx {
  const first = firstByte(bytes);
  if (first !== 0x7b && first !== 0x5b) {
    const read = readTagValue(bytes);
    return read.state === 'failed' ? read : parsedVersion2(read.document, read.problems);
  }
  const parsed = parseJson(bytes, keep);
  if (parsed.state === 'failed') return parsed;
  const document = objectOf(parsed.values[0]);
  const trailing = parsed.values.length > 1 ? ['RFC 8259 §2: more than one value; only the first one is read'] : [];
  if (textOf(document['spdxVersion']) !== null) return parsedVersion2(document, trailing);
  const graph = objectsOf(document['@graph']);
  const version3 = graphVersion(document, graph);
  if (version3 === null) return notThisFormat('SPDX: neither spdxVersion nor a graph with an SPDX 3 context');
  if (!version3.startsWith('3.0'))
    return notThisFormat(`SPDX ${version3.slice(0, 20)} is not read, only 2.2, 2.3 and 3.0`);
  return { state: 'parsed', found: [parseSpdx3(graph, version3, trailing)] };
}

function parsedVersion2(document: JsonObject, problems: readonly string[]): ParsedSpdx {
  const version = textOf(document['spdxVersion']) ?? 'SPDX without a version';
  return /^SPDX-2\.[23]$/.test(version)
    ? { state: 'parsed', found: [parseSpdx2(document, version.slice(5), problems)] }
    : notThisFormat(`${version.slice(0, 20)} is not read, only SPDX-2.2, SPDX-2.3 and 3.0`);
}

/** SPDX 3: the version is in the context's address and in every CreationInfo. */
function graphVersion(document: JsonObject, graph: readonly JsonObject[]): string | null {
  const contexts = [textOf(document['@context']), ...listOf(document['@context']).map((entry) => textOf(entry))];
  const context = contexts.find((address) => address?.includes('spdx.org/rdf/') === true);
  if (context === undefined || context === null) return null;
  const stated = graph.map(
    (element) => textOf(element['specVersion']) ?? textOf(at(element, 'creationInfo', 'specVersion')),
  );
  return stated.find((version) => version !== null) ?? /\/rdf\/v?(\d[\d.]{0,10})/.exec(context)?.[1] ?? null;
}
