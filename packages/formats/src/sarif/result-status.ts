// SPDX-License-Identifier: Apache-2.0
import type { Problems } from '../imports/problems.ts';
import { objectsOf } from '../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';
import type { SarifRule } from './parse-sarif-rules.ts';

/** §3.27.10 */
export type SarifResultLevel = 'error' | 'warning' | 'note' | 'none';

const levels: ReadonlySet<JsonValue | undefined> = new Set(['error', 'warning', 'note', 'none']);
const kinds: ReadonlySet<JsonValue | undefined> = new Set([
  'pass',
  'open',
  'informational',
  'notApplicable',
  'review',
  'fail',
]);
const open: ReadonlySet<JsonValue | undefined> = new Set(['underReview', 'rejected']);

/** §3.27.9: what passed or does not apply is not found. */
export function isFinding({ kind }: JsonObject, problems: Problems): boolean {
  if (kind !== undefined && !kinds.has(kind)) problems.add('SARIF §3.27.9: a kind that the standard does not know');
  return kind !== 'pass' && kind !== 'notApplicable';
}

/** §3.27.24: it was in the baseline and is gone. */
export const isGone = ({ baselineState }: JsonObject): boolean => baselineState === 'absent';

/** §3.27.23: the suppressions of a result that is suppressed: there are some, and none is under review or rejected. */
export function suppressionsOf({ suppressions }: JsonObject): readonly JsonObject[] {
  if (suppressions === undefined) return [];
  const given = objectsOf(suppressions);
  return given.some(({ status }) => open.has(status)) ? [] : given;
}

/** §3.27.10: the level of the result, else "none" for what is no failure, else that of its rule, else "warning". */
export function levelOf({ level, kind }: JsonObject, rule: SarifRule | null, problems: Problems): SarifResultLevel {
  if (levels.has(level)) return level as SarifResultLevel; // one of the four by the line above
  if (level !== undefined) problems.add('SARIF §3.27.10: a level that the standard does not know, counted as warning');
  if (kind !== undefined && kind !== 'fail' && level === undefined) return 'none';
  return level === undefined && levels.has(rule?.level) ? (rule?.level as SarifResultLevel) : 'warning';
}
