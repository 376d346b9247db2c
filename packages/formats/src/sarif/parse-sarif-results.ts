// SPDX-License-Identifier: Apache-2.0
import type { ScanReport } from '@plumbline/core/facts/imported/scan-reports';
import type { Problems } from '../imports/problems.ts';
import { isObject, listOf, objectsOf } from '../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';
import type { SarifRule, SarifRules } from './parse-sarif-rules.ts';
import { parseWeaknesses } from './parse-weaknesses.ts';

type Level = keyof ScanReport['findings'];
type Counted = Pick<ScanReport, 'findings' | 'suppressed' | 'weaknesses'>;

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

/** Counts findings by level and gathers their weaknesses. */
export function parseSarifResults(results: JsonValue | undefined, rules: SarifRules, problems: Problems): Counted {
  const findings = { error: 0, warning: 0, note: 0, none: 0 };
  const weaknesses = new Set<string>();
  let suppressed = 0;
  for (const result of listOf(results)) {
    if (!isObject(result)) {
      problems.add('SARIF §3.27: a result is no object');
      continue;
    }
    if (!isFinding(result, problems)) continue;
    if (isSuppressed(result)) {
      suppressed += 1;
      continue;
    }
    const rule = rules.of(result);
    findings[levelOf(result, rule, problems)] += 1;
    for (const weakness of [
      ...(rule?.weaknesses ?? []),
      ...parseWeaknesses(result['properties'], listOf(result['taxa'])),
    ])
      weaknesses.add(weakness);
  }
  return { findings, suppressed, weaknesses: [...weaknesses].sort(byNumber) };
}

const byNumber = (a: string, b: string): number => Number(a.slice(4)) - Number(b.slice(4));

/** §3.27.9, §3.27.24: what passed, does not apply, or is gone since the baseline is not found. */
function isFinding({ kind, baselineState }: JsonObject, problems: Problems): boolean {
  if (kind !== undefined && !kinds.has(kind)) problems.add('SARIF §3.27.9: a kind that the standard does not know');
  return kind !== 'pass' && kind !== 'notApplicable' && baselineState !== 'absent';
}

/** §3.27.23: at least one suppression, and none under review or rejected. */
function isSuppressed({ suppressions }: JsonObject): boolean {
  const given = objectsOf(suppressions);
  return given.length > 0 && !given.some(({ status }) => open.has(status));
}

/** §3.27.10: the level of the result, else "none" for what is no failure, else that of its rule, else "warning". */
function levelOf({ level, kind }: JsonObject, rule: SarifRule | null, problems: Problems): Level {
  if (levels.has(level)) return level as Level; // one of the four by the line above
  if (level !== undefined) problems.add('SARIF §3.27.10: a level that the standard does not know, counted as warning');
  if (kind !== undefined && kind !== 'fail' && level === undefined) return 'none';
  return level === undefined && levels.has(rule?.level) ? (rule?.level as Level) : 'warning';
}
