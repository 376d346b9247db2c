// SPDX-License-Identifier: Apache-2.0
import { at, isObject, listOf, objectOf, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject, Keep } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { FirstSeen } from '../first-seen.ts';
import { jsonReport } from '../json-report.ts';
import { numberOf } from '../json-scalars.ts';
import type { ReportParser } from '../report-parser.ts';
import { severityOf, type SeverityWords } from '../severity-words.ts';

/** njsscan's own words, whose SARIF levels are error, warning and note. */
const severities: SeverityWords = { error: 'high', warning: 'medium', info: 'low' };

const rule: Keep = {
  metadata: { cwe: {}, description: {}, severity: {}, id: {} },
  files: { file_path: {}, match_lines: {}, match_position: {}, match_string: {} },
};

/** njsscan's JSON: rules with the places where each matched, of code and of templates; a rule and a line are one result. */
export const njsscanReport: ReportParser = jsonReport({
  id: 'njsscan',
  title: 'njsscan JSON',
  keep: { njsscan_version: {}, errors: { message: {} }, nodejs: { '*': rule }, templates: { '*': rule } },
  recognise: ([value]) => textOf(at(value, 'njsscan_version')) !== null,
  read: ({ values: [value], give, problems }) => {
    if (!isObject(value) || !isObject(value['nodejs'])) return null;
    for (const part of ['nodejs', 'templates']) {
      const seen = new FirstSeen();
      for (const [name, found] of Object.entries(objectOf(value[part])))
        for (const result of resultsOf(name, objectOf(found), seen)) give(result);
    }
    const errors = listOf(value['errors']).length;
    if (errors > 0) problems.add(`njsscan tells of ${errors} errors while it ran`);
    return {
      tool: 'njsscan',
      toolVersion: textOf(value['njsscan_version']),
      // Without semgrep, or with rules that it cannot read, most of the code was not looked at.
      completed: errors > 0 ? false : null,
    };
  },
});

/** A rule without files is about what is missing: a header, a rate limit. */
function resultsOf(name: string, found: JsonObject, seen: FirstSeen): readonly GivenResult[] {
  const metadata = objectOf(found['metadata']);
  const severity = textOf(metadata['severity']);
  const weakness = textOf(metadata['cwe']);
  const base: GivenResult = {
    kind: 'code',
    rule: name,
    title: name.replaceAll('_', ' '),
    message: textOf(metadata['description']),
    severity: severityOf(severity, severities),
    reportedSeverity: severity,
    weaknesses: [weakness],
  };
  const files = objectsOf(found['files']);
  if (files.length === 0) return [base];
  return files.flatMap((file) => {
    const [startLine, endLine] = listOf(file['match_lines']).map((line) => numberOf(line));
    if (!seen.isNew(name, file['file_path'], startLine)) return [];
    const [startColumn] = listOf(file['match_position']).map((column) => numberOf(column));
    const snippet = textOf(file['match_string']);
    return { ...base, places: [{ path: textOf(file['file_path']), startLine, endLine, startColumn, snippet }] };
  });
}
