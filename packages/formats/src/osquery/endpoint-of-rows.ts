// SPDX-License-Identifier: Apache-2.0
import type { Endpoint } from '@plumbline/core/facts/imported/endpoint-posture';
import { latest } from '../imports/earliest.ts';
import { instantOfSeconds, parseInstant } from '../imports/parse-instant.ts';
import { textOf } from '../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';
import type { HostRows } from './host-rows.ts';

const yes: ReadonlySet<string> = new Set(['1', 'true', 'on', 'yes', 'enabled', 'encrypted']);
const no: ReadonlySet<string> = new Set([
  '0',
  '2',
  'false',
  'off',
  'no',
  'disabled',
  'unencrypted',
  'not encrypted',
  'decrypted',
]);

/** What the rows of one host say. Tables are known by their columns, because queries are named by people. */
export function endpointOfRows({ rows, observedAt }: HostRows): Endpoint | null {
  const endpoint = {
    diskEncrypted: diskEncrypted(rows),
    patchedOn: patchedOn(rows),
    screenLock: screenLock(rows),
    observedAt,
  };
  const says = endpoint.diskEncrypted !== null || endpoint.patchedOn !== null || endpoint.screenLock !== null;
  return says ? endpoint : null;
}

function flag(value: JsonValue | undefined): boolean | null {
  const text = String(value ?? '')
    .trim()
    .toLowerCase();
  return yes.has(text) ? true : no.has(text) ? false : null;
}

/**
 * `disk_encryption` (FileVault, dm-crypt), `bitlocker_info`, or a column `disk_encrypted`. Several disks: the one that the
 * query joined to `/`, or the system drive; else all must agree, because nobody can tell which one holds the system.
 */
function diskEncrypted(rows: readonly JsonObject[]): boolean | null {
  const direct = rows.flatMap((row) => [flag(row['disk_encrypted']), flag(row['disk_encryption_enabled'])]);
  const fileVault = rows.map(({ filevault_status: status }) => flag(status));
  const volumes = rows.filter((row) => row['encrypted'] !== undefined);
  const roots = volumes.filter((row) => textOf(row['path']) === '/' || textOf(row['mount_point']) === '/');
  const bitLocker = rows.filter((row) => row['protection_status'] !== undefined);
  const system = bitLocker.filter(({ drive_letter: letter }) => textOf(letter)?.toUpperCase().startsWith('C') === true);
  return (
    agreed(direct) ??
    agreed(fileVault) ??
    agreed((roots.length > 0 ? roots : volumes).map(({ encrypted }) => flag(encrypted))) ??
    agreed((system.length > 0 ? system : bitLocker).map(({ protection_status: status }) => flag(status)))
  );
}

/** The answer that all give; null when they differ or none gives one. */
function agreed(answers: readonly (boolean | null)[]): boolean | null {
  const given = new Set(answers.filter((answer) => answer !== null));
  return given.size === 1 ? given.has(true) : null;
}

/** The `screenlock` table, or a column `screen_lock`. Every user of the machine must have it. */
function screenLock(rows: readonly JsonObject[]): boolean | null {
  const answers = rows.flatMap((row) => [
    flag(row['screen_lock'] ?? row['screenlock']),
    row['grace_period'] === undefined ? null : flag(row['enabled']),
  ]);
  const given = answers.filter((answer) => answer !== null);
  return given.length === 0 ? null : !given.includes(false);
}

/** The newest of Windows' hotfixes (`patches`), macOS' installed updates (`package_install_history`), or `patched_on`. */
function patchedOn(rows: readonly JsonObject[]): string | null {
  const days = rows.flatMap((row): readonly (string | null)[] => [
    row['hotfix_id'] === undefined ? null : day(row['installed_on']),
    row['package_id'] !== undefined && isSystemUpdate(row) ? day(row['time']) : null,
    day(row['patched_on']),
  ]);
  return latest(days);
}

/** Of macOS' install history only what the system's own updater brought. */
const isSystemUpdate = ({ source, name }: JsonObject): boolean =>
  /softwareupdated|softwareupdate|macOS Installer|osinstallersetup/i.test(textOf(source)?.slice(0, 100) ?? '') ||
  /^(?:macOS|Security Update|Rapid Security Response)/i.test(textOf(name)?.slice(0, 100) ?? '');

/** A day as `YYYY-MM-DD`: ISO 8601, seconds since 1970, or Windows' month/day/year. */
function day(value: JsonValue | undefined): string | null {
  const text = String(value ?? '').trim();
  if (/^\d{9,11}(?:\.\d{1,9})?$/.test(text)) return instantOfSeconds(Number(text))?.slice(0, 10) ?? null;
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: .{0,20})?$/.exec(text);
  const iso =
    american === null ? text : `${american[3]}-${american[1]?.padStart(2, '0')}-${american[2]?.padStart(2, '0')}`;
  return parseInstant(iso) === null ? null : iso.slice(0, 10);
}
