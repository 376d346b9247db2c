// SPDX-License-Identifier: Apache-2.0
import type { TextFault } from '../imports/text-fault.ts';
import { notThisFormat } from '../imports/parsed.ts';
import { parseInstant } from '../imports/parse-instant.ts';
import { createProblems, type Problems } from '../imports/problems.ts';
import { listOf, objectOf, objectsOf, textOf } from '../json/json-fields.ts';
import type { JsonObject, Keep } from '../json/json-value.ts';
import { parseJson } from '../json/parse-json.ts';

/** A vulnerability that is known to be exploited. Days are ISO 8601. */
export type KnownExploited = {
  readonly cve: string;
  readonly addedOn: string | null;
  readonly dueOn: string | null;
  readonly ransomware: boolean;
};

export type KevCatalog = {
  readonly releasedAt: string | null;
  readonly entries: readonly KnownExploited[];
  readonly problems: readonly string[];
};

export type ParsedKev =
  | { readonly state: 'parsed'; readonly catalog: KevCatalog }
  | { readonly state: 'failed'; readonly fault: TextFault };

const keep: Keep = {
  catalogVersion: {},
  dateReleased: {},
  count: {},
  vulnerabilities: { cveID: {}, dateAdded: {}, dueDate: {}, knownRansomwareCampaignUse: {} },
};
const cvePattern = /^CVE-\d{4}-\d{4,12}$/;
const dayPattern = /^\d{4}-\d\d-\d\d$/;

/** Parses the JSON catalog of known exploited vulnerabilities as CISA publishes it. */
export function parseKev(bytes: Uint8Array): ParsedKev {
  const parsed = parseJson(bytes, keep);
  if (parsed.state === 'failed') return parsed;
  const document = objectOf(parsed.values[0]);
  if (textOf(document['catalogVersion']) === null || !Array.isArray(document['vulnerabilities']))
    return notThisFormat('KEV: neither catalogVersion nor vulnerabilities');
  const problems = createProblems();
  const releasedAt = parseInstant(textOf(document['dateReleased']))?.at ?? null;
  if (releasedAt === null) problems.add('KEV dateReleased: missing, or no time');
  const entries = objectsOf(document['vulnerabilities']).flatMap((entry) => entryOf(entry, problems) ?? []);
  const said = document['count'];
  if (typeof said === 'number' && said !== listOf(document['vulnerabilities']).length)
    problems.add(`KEV count: says ${said}, there are ${entries.length}`);
  return { state: 'parsed', catalog: { releasedAt, entries, problems: problems.list() } };
}

function entryOf(entry: JsonObject, problems: Problems): KnownExploited | null {
  const cve = textOf(entry['cveID'])?.toUpperCase() ?? '';
  if (!cvePattern.test(cve)) {
    problems.add('KEV cveID: missing, or no CVE id');
    return null;
  }
  return {
    cve,
    addedOn: dayOf(textOf(entry['dateAdded'])),
    dueOn: dayOf(textOf(entry['dueDate'])),
    ransomware: textOf(entry['knownRansomwareCampaignUse']) === 'Known',
  };
}

const dayOf = (text: string | null): string | null => (text !== null && dayPattern.test(text) ? text : null);
