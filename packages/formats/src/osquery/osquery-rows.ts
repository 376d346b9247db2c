// SPDX-License-Identifier: Apache-2.0
import { earliest } from '../imports/earliest.ts';
import { instantOfSeconds, parseInstant } from '../imports/parse-instant.ts';
import { at, isObject, listOf, objectOf, objectsOf, textOf } from '../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';
import { hostColumns, isPostureRow } from './osquery-keep.ts';

/** Rows that one query returned on one host. `host` groups rows and is never kept. */
export type QueryRows = {
  readonly host: string;
  readonly query: string;
  readonly observedAt: string | null;
  /** A snapshot replaces what the query returned before; added and removed rows change it. */
  readonly change: 'snapshot' | 'added' | 'removed';
  readonly rows: readonly JsonObject[];
};

/** The value as a host's id; the first that is there. */
function hostOf(...values: readonly JsonObject[]): string | null {
  for (const value of values)
    for (const name of hostColumns) {
      const id = value[name];
      if (typeof id === 'string' && id !== '') return id;
      if (typeof id === 'number') return String(id);
    }
  return null;
}

/**
 * Rows of whatever osquery and what collects for it write: result logs (event, batch and snapshot format), distributed
 * results, Fleet's reports and live results, and bare rows of `osqueryi --json`, which are of one host.
 */
export function osqueryRows(value: JsonValue): readonly QueryRows[] {
  if (Array.isArray(value))
    return listOf(value).every((entry) => isBareRow(entry))
      ? bareRows(objectsOf(value))
      : listOf(value).flatMap((entry) => osqueryRows(entry));
  if (!isObject(value)) return [];
  if (isBareRow(value)) return bareRows([value]);
  const host = hostOf(value, objectOf(value['decorations'])) ?? '';
  const result = {
    host,
    query: textOf(value['name']) ?? textOf(value['query_name']) ?? '',
    observedAt: observedAt(value),
  };
  if (Array.isArray(value['snapshot'])) return [snapshotOf(result, objectsOf(value['snapshot']))];
  if (isObject(value['diffResults']))
    return [
      { ...result, change: 'removed', rows: objectsOf(at(value, 'diffResults', 'removed')) },
      { ...result, change: 'added', rows: objectsOf(at(value, 'diffResults', 'added')) },
    ];
  if (isObject(value['columns'])) {
    const change = value['action'] === 'removed' ? 'removed' : 'added';
    return [{ ...result, change, rows: [value['columns']] }];
  }
  return containers(value, result);
}

/** Lists of results: Fleet's `results`, `rows` and `hosts`, distributed `queries`. */
function containers(value: JsonObject, result: Pick<QueryRows, 'host' | 'query' | 'observedAt'>): readonly QueryRows[] {
  if (Array.isArray(value['rows'])) return [snapshotOf(result, objectsOf(value['rows']))];
  if (Array.isArray(value['results'])) return listOf(value['results']).flatMap((entry) => osqueryRows(entry));
  if (Array.isArray(value['hosts']))
    return objectsOf(value['hosts']).map((host) =>
      snapshotOf({ host: hostOf(host) ?? '', query: 'host', observedAt: null }, [host]),
    );
  return Object.entries(objectOf(value['queries'])).map(([query, rows]) =>
    snapshotOf({ ...result, query }, objectsOf(rows)),
  );
}

/** A result without a time of its own is as old as the oldest row that carries one. */
function snapshotOf(result: Pick<QueryRows, 'host' | 'query' | 'observedAt'>, rows: readonly JsonObject[]): QueryRows {
  const told = telling(rows);
  const seenAt = result.observedAt ?? earliest(told.map((row) => observedAt(row)));
  return { ...result, observedAt: seenAt, change: 'snapshot', rows: told };
}

/** A row of a table: nothing but texts and numbers, and none of the members of a result. */
function isBareRow(value: JsonValue): boolean {
  if (!isObject(value) || 'columns' in value || 'snapshot' in value) return false;
  return Object.keys(value).every((name) => typeof value[name] !== 'object' || value[name] === null);
}

/** Rows that say something; exports hold many that do not. */
function telling(rows: readonly JsonObject[]): readonly JsonObject[] {
  return rows.filter(
    (row) =>
      isPostureRow(row) || ['unix_time', 'osquery_version', 'config_hash'].some((name) => row[name] !== undefined),
  );
}

/** Bare rows name their host in a column, or are of one host. */
function bareRows(rows: readonly JsonObject[]): readonly QueryRows[] {
  const byHost = new Map<string, JsonObject[]>();
  for (const row of rows) {
    const host = hostOf(row) ?? '';
    const held = byHost.get(host);
    if (held === undefined) byHost.set(host, [row]);
    else held.push(row);
  }
  return [...byHost].map(([host, held]) => snapshotOf({ host, query: 'rows', observedAt: null }, held));
}

/** When the host answered: `unixTime` of logs, Fleet's `last_fetched`, or a column `unix_time` or `datetime` of the query. */
function observedAt(value: JsonObject): string | null {
  for (const name of ['unixTime', 'unix_time']) {
    const seconds = Number(value[name] ?? Number.NaN);
    const instant = instantOfSeconds(seconds);
    if (instant !== null) return instant;
  }
  for (const name of ['last_fetched', 'detail_updated_at', 'seen_time', 'datetime', 'iso_8601']) {
    const instant = parseInstant(textOf(value[name]));
    if (instant !== null) return instant.at;
  }
  return null;
}
