// SPDX-License-Identifier: Apache-2.0
import type { TextFault } from '../imports/text-fault.ts';
import type { Keep } from '../json/json-value.ts';
import { parseJson } from '../json/parse-json.ts';
import { type OsvRecord, readOsvRecord } from './osv-record.ts';

/** Members of a record that are read; the rest is checked and passed over. */
const severity: Keep = { type: {}, score: {} };
const keep: Keep = {
  id: {},
  modified: {},
  published: {},
  withdrawn: {},
  aliases: {},
  upstream: {},
  summary: {},
  details: {},
  severity,
  affected: {
    package: { ecosystem: {}, name: {}, purl: {} },
    severity,
    ranges: { type: {}, events: { introduced: {}, fixed: {}, last_affected: {}, limit: {} } },
    versions: {},
    ecosystem_specific: { severity: {} },
    database_specific: { informational: {} },
  },
  ecosystem_specific: { severity: {} },
  database_specific: { severity: {}, cwe_ids: {}, cwes: { cweId: {} } },
};

export type ParsedOsv =
  | { readonly state: 'parsed'; readonly records: readonly OsvRecord[] }
  | { readonly state: 'failed'; readonly fault: TextFault };

/**
 * Parses records of the OSV schema: one JSON document, or one a line. A record that is none of OSV, or that cannot be
 * relied on, is among the results with the reason.
 */
export function parseOsv(bytes: Uint8Array): ParsedOsv {
  const parsed = parseJson(bytes, keep);
  if (parsed.state === 'failed') return parsed;
  return { state: 'parsed', records: parsed.values.map((value) => readOsvRecord(value)) };
}
