// SPDX-License-Identifier: Apache-2.0
import { at, isObject, listOf, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../../json/json-value.ts';
import { FirstSeen } from '../first-seen.ts';
import { jsonListReport } from '../json-list-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { semgrepResult } from './semgrep-result.ts';

/**
 * Semgrep's and Opengrep's JSON (`--json`): code, secrets and, of Semgrep Supply Chain, components. What a rule says several
 * times of one line (its pattern matched in several ways) is one result. An error of level `error` means that files or rules
 * were left out.
 */
export const semgrepReport: ReportParser = jsonListReport({
  id: 'semgrep',
  title: 'Semgrep JSON',
  path: ['results'],
  keep: { version: {}, results: {}, errors: { level: {} }, paths: { scanned: {} } },
  recognise: ([value]) => isSemgrep(value),
  begin: (rest, problems) => {
    if (!Array.isArray(at(rest, 'results'))) return null;
    const errors = objectsOf(at(rest, 'errors')).filter(({ level }) => level === 'error').length;
    if (errors > 0) problems.add(`Semgrep tells of ${errors} errors while it ran`);
    const seen = new FirstSeen();
    return {
      resultsOf: (entry) => (isNew(entry, seen) ? [semgrepResult(entry)] : []),
      run: () => ({
        tool: 'semgrep',
        toolVersion: textOf(at(rest, 'version')),
        completed: errors > 0 ? false : null,
      }),
    };
  },
});

/** What a comment silences never stands for what none does. */
const isNew = (entry: JsonObject, seen: FirstSeen): boolean =>
  seen.isNew(entry['check_id'], entry['path'], at(entry, 'start', 'line'), at(entry, 'extra', 'is_ignored') === true);

/** By its first result, or by the list of paths that it writes when there is none. */
function isSemgrep(value: JsonValue | undefined): boolean {
  const results = at(value, 'results');
  if (!Array.isArray(results) || at(value, 'errors') === undefined) return false;
  const [first] = listOf(results);
  if (first === undefined) return Array.isArray(at(value, 'paths', 'scanned'));
  return isObject(first) && isResult(first);
}

const isResult = (first: JsonObject): boolean => textOf(first['check_id']) !== null && isObject(first['extra']);
