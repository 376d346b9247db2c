// SPDX-License-Identifier: Apache-2.0
import { earliest, latest } from '../imports/earliest.ts';
import type { JsonObject } from '../json/json-value.ts';
import type { QueryRows } from './osquery-rows.ts';

/** The rows that hold for one host after all changes, and when the host showed them. */
export type HostRows = { readonly rows: readonly JsonObject[]; readonly observedAt: string | null };

type Query = { snapshotAt: string | null; snapshot: readonly JsonObject[]; readonly changed: Map<string, JsonObject> };
type Host = { readonly queries: Map<string, Query>; seenAt: string | null };

/**
 * Replays results per host in the order of their times. A differential log says only what changed, so its rows are as
 * fresh as the newest result of their host; rows of a snapshot are as old as the snapshot.
 */
export function hostRows(results: readonly QueryRows[]): readonly HostRows[] {
  const hosts = new Map<string, Host>();
  const ordered = results
    .map((result, index) => ({ result, index }))
    .sort((a, b) => byTime(a.result, b.result) || a.index - b.index);
  for (const { result } of ordered) {
    const host = hosts.get(result.host) ?? { queries: new Map<string, Query>(), seenAt: null };
    hosts.set(result.host, host);
    host.seenAt = latest([host.seenAt, result.observedAt]);
    change(host, result);
  }
  return [...hosts.values()].map(({ queries, seenAt }) => {
    const filled = [...queries.values()].filter(({ snapshot, changed }) => snapshot.length + changed.size > 0);
    return {
      rows: filled.flatMap(({ snapshot, changed }) =>
        changed.size === 0 ? snapshot : [...snapshot, ...changed.values()],
      ),
      observedAt: earliest(filled.map(({ snapshotAt }) => snapshotAt ?? seenAt)),
    };
  });
}

const byTime = (a: QueryRows, b: QueryRows): number => {
  const [first, second] = [a.observedAt ?? '', b.observedAt ?? ''];
  return first < second ? -1 : first > second ? 1 : 0;
};

function change(host: Host, { query, change, rows, observedAt }: QueryRows): void {
  const held: Query = host.queries.get(query) ?? { snapshotAt: null, snapshot: [], changed: new Map() };
  host.queries.set(query, held);
  if (change === 'snapshot') {
    held.snapshotAt = observedAt;
    held.snapshot = rows;
    held.changed.clear();
    return;
  }
  for (const row of rows) {
    const key = JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
    if (change === 'removed') held.changed.delete(key);
    else held.changed.set(key, row);
  }
}
