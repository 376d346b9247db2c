// SPDX-License-Identifier: Apache-2.0
import type { JsonObject, Keep } from '../json/json-value.ts';

/** Columns that say something about the posture. */
export const postureColumns: readonly string[] = [
  'filevault_status',
  'encrypted',
  'protection_status',
  'disk_encrypted',
  'disk_encryption_enabled',
  'grace_period',
  'screen_lock',
  'screenlock',
  'hotfix_id',
  'patched_on',
  'package_id',
];

/** Whether a row is of the tables that are read here. */
export function isPostureRow(row: JsonObject): boolean {
  return postureColumns.some((name) => row[name] !== undefined);
}

/** Columns that belong to them, that tell rows apart, or that say when a row was seen. */
const others: readonly string[] = [
  'name uuid path mount_point device device_id drive_letter uid user',
  'enabled installed_on time source version config_hash osquery_version',
  'unix_time datetime iso_8601 last_fetched detail_updated_at seen_time',
].flatMap((names) => names.split(' '));

/** Names under which a host is told from others. */
export const hostColumns: readonly string[] = [
  'hostIdentifier',
  'host_uuid',
  'host_id',
  'host',
  'host_name',
  'hostname',
  'host_display_name',
  'host_identifier',
  'node_key',
];

const row: Keep = Object.fromEntries([...postureColumns, ...others, ...hostColumns].map((name) => [name, {}]));

const result: { [member: string]: Keep } = {
  ...row,
  query_name: {},
  action: {},
  unixTime: {},
  columns: row,
  snapshot: row,
  rows: row,
  hosts: row,
  diffResults: { added: row, removed: row },
  decorations: row,
  queries: 'all',
};
result['results'] = { ...result };

/** What is read of a result: any other column is checked and not built, so that a wide table costs nothing. */
export const osqueryKeep: Keep = result;
