// SPDX-License-Identifier: Apache-2.0
import { statedInstant } from '../../imports/stated-instant.ts';
import { at, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue, Keep } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { commonSeverities, severityOf, type SeverityWords } from '../severity-words.ts';

const keep: Keep = {
  kics_version: {},
  files_scanned: {},
  files_failed_to_scan: {},
  queries_total: {},
  queries_failed_to_execute: {},
  start: {},
  end: {},
  queries: {
    query_name: {},
    query_id: {},
    query_url: {},
    severity: {},
    category: {},
    cwe: {},
    description: {},
    files: {
      file_name: {},
      similarity_id: {},
      line: {},
      issue_type: {},
      resource_name: {},
      expected_value: {},
      actual_value: {},
    },
  },
};

/** `TRACE` is KICS's word for its bill of materials. */
const severities: SeverityWords = { ...commonSeverities, trace: 'none' };

/** KICS's JSON: one result for every place that a query names, each once. */
export const kicsReport: ReportParser = jsonReport({
  id: 'kics',
  title: 'KICS JSON',
  keep,
  recognise: ([report]) => hasQueries(report) && typeof at(report, 'queries_total') === 'number',
  read: ({ values: [report], give, problems }) => {
    if (!hasQueries(report)) return null;
    const seen = new Set<string>();
    for (const query of objectsOf(at(report, 'queries')))
      for (const file of objectsOf(query['files'])) {
        const key = JSON.stringify([
          query['query_id'],
          file['file_name'],
          file['line'],
          file['issue_type'],
          file['expected_value'],
        ]);
        if (!seen.has(key)) give(resultOf(query, file));
        seen.add(key);
      }
    for (const member of ['files_failed_to_scan', 'queries_failed_to_execute']) {
      const failed = countOf(at(report, member));
      if (failed !== null && failed > 0) problems.add(`KICS ${member}: ${failed}`);
    }
    const finishedAt = statedInstant(at(report, 'end'), 'KICS end', problems);
    return {
      tool: 'KICS',
      toolVersion: textOf(at(report, 'kics_version')),
      startedAt: statedInstant(at(report, 'start'), 'KICS start', problems),
      finishedAt,
      rules: countOf(at(report, 'queries_total')),
    };
  },
});

/** `null` where a version of KICS found nothing. */
const hasQueries = (report: JsonValue | undefined): boolean =>
  Array.isArray(at(report, 'queries')) || at(report, 'queries') === null;

const countOf = (value: JsonValue | undefined): number | null => (typeof value === 'number' ? value : null);

function resultOf(query: JsonObject, file: JsonObject): GivenResult {
  const severity = textOf(query['severity']);
  const [expected, actual] = [textOf(file['expected_value']), textOf(file['actual_value'])];
  const isSecret = textOf(query['query_name'])?.startsWith('Passwords And Secrets') === true;
  return {
    kind: isSecret ? 'secret' : 'configuration',
    rule: textOf(query['query_id']) ?? textOf(query['query_name']) ?? 'unnamed',
    title: textOf(query['query_name']),
    message: [
      textOf(query['description']),
      expected === null ? null : `Expected: ${expected}`,
      actual === null || isSecret ? null : `Found: ${actual}`,
    ]
      .filter((part) => part !== null)
      .join('\n'),
    severity: severityOf(severity, severities),
    reportedSeverity: severity,
    places: [
      { path: textOf(file['file_name']), startLine: countOf(file['line']), symbol: textOf(file['resource_name']) },
    ],
    weaknesses: [textOf(query['cwe'])],
    fingerprints: { similarity: textOf(file['similarity_id']) },
    help: textOf(query['query_url']),
  };
}
