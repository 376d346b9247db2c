// SPDX-License-Identifier: Apache-2.0
import type { Endpoint } from '@plumbline/core/facts/imported/endpoint-posture';
import type { ImportBinding } from '@plumbline/core/facts/imported/import-binding';
import { earliest } from '../imports/earliest.ts';
import { notThisFormat } from '../imports/parsed.ts';
import { createProblems } from '../imports/problems.ts';
import type { TextFault } from '../imports/text-fault.ts';
import type { Unfiled } from '../imports/unfiled.ts';
import { textOf } from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-value.ts';
import { parseJson } from '../json/parse-json.ts';
import { endpointOfRows } from './endpoint-of-rows.ts';
import { hostRows } from './host-rows.ts';
import { osqueryKeep } from './osquery-keep.ts';
import { osqueryRows } from './osquery-rows.ts';

export type ParsedOsquery =
  | { readonly state: 'parsed'; readonly binding: Unfiled<ImportBinding>; readonly endpoints: readonly Endpoint[] }
  | { readonly state: 'failed'; readonly fault: TextFault };

/**
 * Parses what osquery says about development machines: disk encryption, patches, screen lock. One endpoint a host; host
 * names, users and everything else in the rows is dropped. Endpoints come sorted, so that their order tells nothing.
 */
export function parseOsquery(bytes: Uint8Array): ParsedOsquery {
  const parsed = parseJson(bytes, osqueryKeep);
  if (parsed.state === 'failed') return parsed;
  const results = parsed.values.flatMap((value) => osqueryRows(value));
  if (results.length === 0) return notThisFormat('osquery: neither results of queries nor rows of tables');
  const problems = createProblems();
  const hosts = hostRows(results);
  const endpoints = hosts.flatMap((host) => endpointOfRows(host) ?? []);
  const silent = hosts.length - endpoints.length;
  if (silent > 0)
    problems.add(
      `osquery: ${silent} of ${hosts.length} hosts show neither disk encryption nor patches nor screen lock`,
    );
  if (endpoints.some(({ observedAt }) => observedAt === null))
    problems.add('osquery: an endpoint does not say when it was observed (unixTime)');
  return {
    state: 'parsed',
    binding: {
      tool: 'osquery',
      toolVersion: versionOf(hosts.flatMap(({ rows }) => rows)),
      commit: null,
      completed: true,
      finishedAt: earliest(endpoints.map(({ observedAt }) => observedAt)),
      problems: problems.list(),
    },
    endpoints: endpoints
      .map((endpoint) => ({ endpoint, key: JSON.stringify(endpoint) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ endpoint }) => endpoint),
  };
}

/** The oldest osquery in the fleet, from `osquery_info` or Fleet's hosts. */
function versionOf(rows: readonly JsonObject[]): string | null {
  const versions = rows.flatMap(
    (row) => textOf(row['osquery_version']) ?? (row['config_hash'] === undefined ? [] : (textOf(row['version']) ?? [])),
  );
  return (
    versions
      .filter((version) => /^\d{1,5}(?:\.\d{1,5}){1,3}$/.test(version))
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))[0] ?? null
  );
}
