// SPDX-License-Identifier: Apache-2.0
import { cycloneDxVersion } from '../cyclonedx/xml/read-bom-xml.ts';
import { firstByte } from '../imports/first-byte.ts';
import { notThisFormat } from '../imports/parsed.ts';
import { faultAt, type TextFault } from '../imports/text-fault.ts';
import { unwrapStatements } from '../in-toto/envelopes.ts';
import { at, isObject, listOf, textOf, textsOf } from '../json/json-fields.ts';
import type { JsonObject, JsonValue, Keep } from '../json/json-value.ts';
import { parseJson } from '../json/parse-json.ts';
import { isPostureRow, postureColumns } from '../osquery/osquery-keep.ts';
import { isTagValue } from '../spdx/tag-value/is-tag-value.ts';
import { readXml } from '../xml/read-xml.ts';

/** The formats that `--evidence` reads. */
export const evidenceFormats = [
  'sarif',
  'cyclonedx',
  'spdx',
  'openvex',
  'csaf',
  'in-toto',
  'junit',
  'osquery',
] as const;
export type EvidenceFormat = (typeof evidenceFormats)[number];

export type Detected =
  | { readonly state: 'known'; readonly format: EvidenceFormat }
  | { readonly state: 'failed'; readonly fault: TextFault };

/** What a person passes who passes evidence, for messages. */
export const knownFormats: string =
  'SARIF 2.1.0, CycloneDX 1.4–1.7 (JSON, XML), SPDX 2.2/2.3 (JSON, tag-value) and 3.0 (JSON), OpenVEX, CSAF 2.0/2.1 JSON, in-toto (Statement, DSSE, Sigstore bundle), JUnit XML, osquery JSON';

const inToto: { [member: string]: Keep } = {
  _type: {},
  payload: {},
  payloadType: {},
  dsseEnvelope: { payload: {}, payloadType: {} },
  messageSignature: {},
  signed: {},
  signatures: {},
};
for (const member of [
  'attestations',
  'attestation',
  'bundle',
  'Bundle',
  'provenance_summary',
  'provenance',
  'envelope',
])
  inToto[member] = inToto;

const keep: Keep = {
  ...Object.fromEntries(postureColumns.map((name) => [name, {}])),
  ...inToto,
  $schema: {},
  version: {},
  runs: {},
  bomFormat: {},
  specVersion: {},
  spdxVersion: {},
  document: { csaf_version: {} },
  '@context': {},
  columns: {},
  snapshot: {},
  diffResults: {},
  host: {},
  host_id: {},
  rows: {},
  results: { columns: {} },
  hosts: { disk_encryption_enabled: {} },
  queries: {},
};

/**
 * Which format a file is of, by its content and never by its name. The whole file is checked to be well-formed, so that
 * what is recognised can be parsed; a fault names line and column.
 */
export function detectFormat(bytes: Uint8Array): Detected {
  const wide = wideText(bytes);
  if (wide !== null)
    return {
      state: 'failed',
      fault: faultAt(bytes, 0, { code: 'malformed', because: `${wide} text: save it as UTF-8` }),
    };
  const first = firstByte(bytes);
  if (first === 0x3c) return detectXml(bytes);
  if (first === 0x7b || first === 0x5b) return detectJson(bytes);
  if (isTagValue(bytes)) return { state: 'known', format: 'spdx' };
  const because = first === null ? 'the file is empty' : 'neither JSON nor XML, nor SPDX tag-value';
  return { state: 'failed', fault: faultAt(bytes, 0, { code: 'unknown-format', because }) };
}

function wideText(bytes: Uint8Array): string | null {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isWide ? 'UTF-16' : null;
}

function detectXml(bytes: Uint8Array): Detected {
  let root = '';
  let isBom = false;
  // Several tools write a document type into their reports; the parsers of evidence refuse it.
  const fault = readXml(
    bytes,
    {
      open: (name, attributes, depth) => {
        if (depth !== 1) return;
        root = name;
        isBom = cycloneDxVersion(name, attributes()) !== null;
      },
      close: () => undefined,
    },
    'passed-over',
  );
  if (fault !== null) return { state: 'failed', fault };
  if (root === 'testsuites' || root === 'testsuite') return { state: 'known', format: 'junit' };
  if (isBom) return { state: 'known', format: 'cyclonedx' };
  if (root === 'rdf:RDF') return notThisFormat('RDF is not read: let the tool write SPDX as JSON or tag-value');
  return notThisFormat(`XML with the root element <${root.slice(0, 60)}>`);
}

function detectJson(bytes: Uint8Array): Detected {
  const parsed = parseJson(bytes, keep);
  if (parsed.state === 'failed') return parsed;
  const [first = null] = parsed.values;
  const values = parsed.values.length === 1 ? listOrOne(first) : parsed.values;
  for (const value of values.slice(0, 1000)) {
    const format = isObject(value) ? formatOf(value) : null;
    if (format !== null) return { state: 'known', format };
  }
  return notThisFormat('JSON of none of the known formats');
}

const listOrOne = (value: JsonValue): readonly JsonValue[] => (Array.isArray(value) ? listOf(value) : [value]);

function formatOf(value: JsonObject): EvidenceFormat | null {
  if (textOf(value['bomFormat']) !== null || textOf(value['$schema'])?.includes('cyclonedx.org/schema/bom') === true)
    return 'cyclonedx';
  if (textOf(value['spdxVersion']) !== null) return 'spdx';
  const contexts = [textOf(value['@context']) ?? '', ...textsOf(value['@context'])];
  if (contexts.some((context) => context.includes('spdx.org/rdf/'))) return 'spdx';
  if (contexts.some((context) => context.startsWith('https://openvex.dev/ns'))) return 'openvex';
  if (textOf(at(value['document'], 'csaf_version')) !== null) return 'csaf';
  if (
    Array.isArray(value['runs']) &&
    (textOf(value['version']) !== null || /sarif/i.test(textOf(value['$schema'])?.slice(0, 300) ?? ''))
  )
    return 'sarif';
  if (unwrapStatements(value).length > 0) return 'in-toto';
  return isOsquery(value) ? 'osquery' : null;
}

function isOsquery(value: JsonObject): boolean {
  if (isPostureRow(value)) return true;
  if (isObject(value['columns']) || Array.isArray(value['snapshot']) || isObject(value['diffResults'])) return true;
  if (Array.isArray(value['rows']) && (value['host'] ?? value['host_id']) !== undefined) return true;
  const results = listOf(value['results']);
  if (results.length > 0 && results.every((entry) => isObject(at(entry, 'columns')))) return true;
  const hosts = listOf(value['hosts']);
  return (
    isObject(value['queries']) ||
    (hosts.length > 0 && hosts.every((host) => at(host, 'disk_encryption_enabled') !== undefined))
  );
}
