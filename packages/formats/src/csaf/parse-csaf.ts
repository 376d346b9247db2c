// SPDX-License-Identifier: Apache-2.0
import type { VexDocument } from '@plumbline/core/facts/imported/vex-documents';
import { bounded } from '../imports/named-tool.ts';
import { notThisFormat, type Parsed } from '../imports/parsed.ts';
import { createProblems, type Problems } from '../imports/problems.ts';
import { statedInstant } from '../imports/stated-instant.ts';
import type { Unfiled } from '../imports/unfiled.ts';
import { at, objectsOf, textOf } from '../json/json-fields.ts';
import type { JsonObject, JsonValue, Keep } from '../json/json-value.ts';
import { parseJson } from '../json/parse-json.ts';
import { csafProducts } from './csaf-products.ts';
import { csafStatements } from './csaf-statements.ts';

const product: Keep = {
  product_id: {},
  name: {},
  product_identification_helper: {
    purl: {},
    purls: {},
    cpe: {},
    hashes: { file_hashes: { algorithm: {}, value: {} } },
  },
};

/** Branches hold branches, as deep as nesting may go. */
const branch: { [member: string]: Keep } = { product };
branch['branches'] = branch;

const about: { readonly [member: string]: Keep } = { product_ids: {}, group_ids: {} };
const keep: Keep = {
  document: {
    category: {},
    csaf_version: {},
    publisher: { name: {} },
    tracking: { id: {}, current_release_date: {}, generator: { engine: { name: {}, version: {} } } },
  },
  product_tree: {
    branches: branch,
    full_product_names: product,
    relationships: { product_reference: {}, full_product_name: product },
    product_groups: { group_id: {}, product_ids: {} },
  },
  vulnerabilities: {
    cve: {},
    ids: { text: {} },
    product_status: {
      fixed: {},
      first_fixed: {},
      known_affected: {},
      first_affected: {},
      last_affected: {},
      known_not_affected: {},
      under_investigation: {},
    },
    flags: { ...about, label: {} },
    threats: { ...about, category: {}, details: {} },
    remediations: { ...about, category: {}, details: {} },
  },
};

const versions: ReadonlySet<string> = new Set(['2.0', '2.1']);

/**
 * Parses a CSAF 2.0 or 2.1 document of the VEX profile (§4.5) or of a security advisory, whose product statuses say the same.
 * What the profile asks for beyond that becomes a problem that names the clause of CSAF 2.0.
 */
export function parseCsaf(bytes: Uint8Array): Parsed<Unfiled<VexDocument>> {
  const parsed = parseJson(bytes, keep);
  if (parsed.state === 'failed') return parsed;
  const [csaf] = parsed.values;
  const version = textOf(at(csaf, 'document', 'csaf_version'));
  if (version === null) return notThisFormat('CSAF: document.csaf_version is missing');
  if (!versions.has(version)) return notThisFormat(`CSAF ${version} is not read, only 2.0 and 2.1`);
  const problems = createProblems();
  if (parsed.values.length > 1) problems.add('RFC 8259 §2: more than one value; only the first one is read');
  const products = csafProducts(at(csaf, 'product_tree'));
  const vulnerabilities = objectsOf(at(csaf, 'vulnerabilities'));
  const statements = vulnerabilities.flatMap((vulnerability) => csafStatements(vulnerability, products, problems));
  profileClauses(csaf, vulnerabilities, problems);
  const tracking = at(csaf, 'document', 'tracking');
  return {
    state: 'parsed',
    found: [
      {
        format: 'csaf',
        tool: bounded(textOf(at(tracking, 'generator', 'engine', 'name'))),
        toolVersion: bounded(textOf(at(tracking, 'generator', 'engine', 'version'))),
        commit: null,
        completed: true,
        finishedAt: statedInstant(
          at(tracking, 'current_release_date'),
          'CSAF document.tracking.current_release_date',
          problems,
        ),
        author: bounded(textOf(at(csaf, 'document', 'publisher', 'name'))),
        statements,
        problems: problems.list(),
      },
    ],
  };
}

/** CSAF 2.0 §6.1.27.4, .7 and .11: what a document of the VEX profile must have. */
function profileClauses(csaf: JsonValue | undefined, vulnerabilities: readonly JsonObject[], problems: Problems): void {
  if (textOf(at(csaf, 'document', 'category')) !== 'csaf_vex') return;
  if (at(csaf, 'product_tree') === undefined) problems.add('CSAF §6.1.27.4: a VEX document without product_tree');
  if (vulnerabilities.length === 0) problems.add('CSAF §6.1.27.11: a VEX document without vulnerabilities');
  const asked = ['fixed', 'known_affected', 'known_not_affected', 'under_investigation'];
  for (const vulnerability of vulnerabilities)
    if (!asked.some((member) => at(vulnerability, 'product_status', member) !== undefined))
      problems.add('CSAF §6.1.27.7: a vulnerability of a VEX document without a product status');
}
