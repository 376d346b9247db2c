// SPDX-License-Identifier: Apache-2.0
import { at, isObject, listOf, objectOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { FirstSeen } from '../first-seen.ts';
import { jsonListReport } from '../json-list-report.ts';
import { numberOf } from '../json-scalars.ts';
import type { ReportParser } from '../report-parser.ts';
import { severityOf } from '../severity-words.ts';
import { changedFileResults, isChangedFile } from '../trufflehog-v2/changed-file.ts';

/**
 * truffleHog3's JSON: a list of secrets, until 2 of changes of files. The secret, its context, the people and the commit's
 * message are not taken over. A secret that the history shows again on the same line is one result.
 */
export const trufflehog3Report: ReportParser = jsonListReport({
  id: 'trufflehog3',
  title: 'truffleHog3 JSON',
  path: [],
  keep: {},
  recognise: ([value]) => {
    const [entry] = listOf(value);
    return (
      (isObject(entry) && isChangedFile(entry)) ||
      (isObject(at(entry, 'context')) && textOf(at(entry, 'rule', 'id')) !== null && at(entry, 'secret') !== undefined)
    );
  },
  begin: (rest) => {
    if (!Array.isArray(rest)) return null;
    const seen = new FirstSeen();
    return {
      resultsOf: (entry) => {
        if (entry['reason'] !== undefined) return changedFileResults(entry, seen);
        return isNew(entry, seen) ? [resultOf(entry)] : [];
      },
      run: () => ({ tool: 'trufflehog' }),
    };
  },
});

const isNew = (entry: JsonObject, seen: FirstSeen): boolean =>
  seen.isNew(at(entry, 'rule', 'message'), entry['path'], entry['line'], entry['secret']);

function resultOf(entry: JsonObject): GivenResult {
  const rule = objectOf(entry['rule']);
  const severity = textOf(rule['severity']);
  return {
    kind: 'secret',
    rule: textOf(rule['id']) ?? 'unnamed',
    title: textOf(rule['message']),
    severity: severityOf(severity),
    reportedSeverity: severity,
    places: [{ path: textOf(entry['path']), startLine: numberOf(entry['line']) }],
    fingerprints: { id: textOf(entry['id']), commit: textOf(entry['commit']) },
  };
}
