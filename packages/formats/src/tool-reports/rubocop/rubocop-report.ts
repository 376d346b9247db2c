// SPDX-License-Identifier: Apache-2.0
import { at, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { jsonListReport } from '../json-list-report.ts';
import { numberOf } from '../json-scalars.ts';
import type { ReportParser } from '../report-parser.ts';
import { severityOf, type SeverityWords } from '../severity-words.ts';

/** RuboCop's severities ("Severity" of its configuration): an error stops the program, a convention is a matter of style. */
const severities: SeverityWords = {
  fatal: 'high',
  error: 'high',
  warning: 'medium',
  convention: 'low',
  refactor: 'low',
  info: 'low',
};

/** RuboCop's JSON (`--format json`): a list of files with their offenses. */
export const rubocopReport: ReportParser = jsonListReport({
  id: 'rubocop',
  title: 'RuboCop JSON',
  path: ['files'],
  keep: { files: {}, metadata: { rubocop_version: {} } },
  recognise: ([value]) => textOf(at(value, 'metadata', 'rubocop_version')) !== null,
  begin: (rest) => {
    if (!Array.isArray(at(rest, 'files'))) return null;
    const toolVersion = textOf(at(rest, 'metadata', 'rubocop_version'));
    return { resultsOf, run: () => ({ tool: 'rubocop', toolVersion }) };
  },
});

const resultsOf = (file: JsonObject): readonly GivenResult[] =>
  objectsOf(file['offenses']).map((offense) => {
    const severity = textOf(offense['severity']);
    return {
      kind: 'code',
      rule: textOf(offense['cop_name']) ?? 'unnamed',
      title: textOf(offense['message']),
      message: textOf(offense['message']),
      severity: severityOf(severity, severities),
      reportedSeverity: severity,
      places: [
        {
          path: textOf(file['path']),
          startLine: numberOf(at(offense, 'location', 'start_line')),
          endLine: numberOf(at(offense, 'location', 'last_line')),
          startColumn: numberOf(at(offense, 'location', 'start_column')),
        },
      ],
    };
  });
