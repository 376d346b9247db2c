// SPDX-License-Identifier: Apache-2.0
import type { VexDocument, VexStatement } from '@plumbline/core/facts/imported/vex-documents';
import { alsoNamed, digestName } from '../imports/also-named.ts';
import { bounded, namedTool } from '../imports/named-tool.ts';
import { type Parsed, notThisFormat } from '../imports/parsed.ts';
import { createProblems, type Problems } from '../imports/problems.ts';
import { statementDetail } from '../imports/statement-detail.ts';
import { statedInstant } from '../imports/stated-instant.ts';
import type { Unfiled } from '../imports/unfiled.ts';
import { at, isObject, listOf, objectOf, objectsOf, textOf } from '../json/json-fields.ts';
import type { JsonObject, JsonValue, Keep } from '../json/json-value.ts';
import { parseJson } from '../json/parse-json.ts';

const statuses: ReadonlySet<string> = new Set(['not_affected', 'affected', 'fixed', 'under_investigation']);
const justifications: ReadonlySet<string> = new Set([
  'component_not_present',
  'vulnerable_code_not_present',
  'vulnerable_code_not_in_execute_path',
  'vulnerable_code_cannot_be_controlled_by_adversary',
  'inline_mitigations_already_exist',
]);

const product: Keep = { '@id': {}, identifiers: { purl: {}, cpe22: {}, cpe23: {} }, hashes: 'all' };
const keep: Keep = {
  '@context': {},
  '@id': {},
  author: {},
  timestamp: {},
  last_updated: {},
  version: {},
  tooling: {},
  statements: {
    vulnerability: { name: {}, '@id': {} },
    products: product,
    status: {},
    justification: {},
    impact_statement: {},
    action_statement: {},
    timestamp: {},
  },
};

/** Parses an OpenVEX document: 0.2.0, and 0.0.1 where vulnerabilities and products are plain texts. */
export function parseOpenVex(bytes: Uint8Array): Parsed<Unfiled<VexDocument>> {
  const parsed = parseJson(bytes, keep);
  if (parsed.state === 'failed') return parsed;
  const document = objectOf(parsed.values[0]);
  const context = textOf(document['@context']);
  if (context?.startsWith('https://openvex.dev/ns') !== true)
    return notThisFormat('OpenVEX: @context is not https://openvex.dev/ns');
  const problems = createProblems();
  if (parsed.values.length > 1) problems.add('RFC 8259 §2: more than one value; only the first one is read');
  documentClauses(document, context, problems);
  const timestamp = statedInstant(document['timestamp'], 'OpenVEX timestamp', problems);
  const updated = statedInstant(document['last_updated'], 'OpenVEX last_updated', problems);
  const statements = objectsOf(document['statements']).flatMap((statement) =>
    statementOf(statement, document, problems),
  );
  return {
    state: 'parsed',
    found: [
      {
        format: 'openvex',
        ...namedTool(textOf(document['tooling'])),
        commit: null,
        completed: true,
        finishedAt: updated ?? timestamp,
        author: bounded(textOf(document['author'])),
        statements,
        problems: problems.list(),
      },
    ],
  };
}

function documentClauses(document: JsonObject, context: string, problems: Problems): void {
  if (!/\/v0\.2\.\d+$/.test(context)) problems.add('OpenVEX @context: names no 0.2 version');
  if (textOf(document['@id']) === null) problems.add('OpenVEX @id is missing');
  if (textOf(document['author']) === null) problems.add('OpenVEX author is missing');
  if (textOf(document['timestamp']) === null) problems.add('OpenVEX timestamp is missing');
  if (typeof document['version'] !== 'number') problems.add('OpenVEX version: not an integer');
  if (listOf(document['statements']).length === 0) problems.add('OpenVEX statements: there is none');
}

function statementOf(statement: JsonObject, document: JsonObject, problems: Problems): readonly VexStatement[] {
  const { vulnerability } = statement;
  const name = isObject(vulnerability)
    ? (textOf(vulnerability['name']) ?? textOf(vulnerability['@id']))
    : textOf(vulnerability);
  if (!isObject(vulnerability)) problems.add('OpenVEX statement.vulnerability: not an object with a name');
  const status = textOf(statement['status']);
  const products = listOf(statement['products']).flatMap((entry) => productOf(entry) ?? []);
  if (products.length === 0) problems.add('OpenVEX statement.products: no product is named');
  if (listOf(statement['products']).some((entry) => !isObject(entry)))
    problems.add('OpenVEX statement.products: a product is no object');
  if (textOf(statement['timestamp']) === null && textOf(document['timestamp']) === null)
    problems.add('OpenVEX statement.timestamp: neither here nor in the document');
  const justification = textOf(statement['justification']);
  if (justification !== null && !justifications.has(justification))
    problems.add('OpenVEX statement.justification: not one of the five of the standard');
  if (status === 'not_affected' && justification === null && textOf(statement['impact_statement']) === null)
    problems.add('OpenVEX statement: not_affected without justification and impact_statement');
  if (status === 'affected' && textOf(statement['action_statement']) === null)
    problems.add('OpenVEX statement: affected without action_statement');
  if (name === null) problems.add('OpenVEX statement.vulnerability has no name');
  if (!isStatus(status)) problems.add('OpenVEX statement.status: not one of the four of the standard');
  if (name === null || !isStatus(status)) return [];
  const detail = textOf(statement[status === 'not_affected' ? 'impact_statement' : 'action_statement']);
  const other = alsoNamed(listOf(statement['products']).flatMap((entry) => otherNamesOf(entry)));
  return [{ vulnerability: name, status, products, ...other, justification, ...statementDetail(detail) }];
}

const isStatus = (status: string | null): status is VexStatement['status'] => status !== null && statuses.has(status);

function productOf(entry: JsonValue): string | null {
  return (
    textOf(entry) ??
    textOf(at(entry, '@id')) ??
    textOf(at(entry, 'identifiers', 'purl')) ??
    textOf(at(entry, 'identifiers', 'cpe23'))
  );
}

/** OpenVEX 0.2.0, "Product": hashes are of the product's file. */
function otherNamesOf(entry: JsonValue): readonly string[] {
  const purl = textOf(at(entry, 'identifiers', 'purl'));
  const hashes = Object.entries(objectOf(at(entry, 'hashes'))).flatMap(
    ([algorithm, value]) => digestName(algorithm, value) ?? [],
  );
  return purl === null || purl === productOf(entry) ? hashes : [purl, ...hashes];
}
