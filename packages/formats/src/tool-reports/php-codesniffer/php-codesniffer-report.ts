// SPDX-License-Identifier: Apache-2.0
import { at, isObject, objectOf, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { jsonReport } from '../json-report.ts';
import { numberOf } from '../json-scalars.ts';
import type { ReportParser } from '../report-parser.ts';
import { severityOf, type SeverityWords } from '../severity-words.ts';

/** What decides whether PHP_CodeSniffer fails is the type; its number of severity is a threshold for what is shown. */
const severities: SeverityWords = { error: 'high', warning: 'medium' };

/** PHP_CodeSniffer's JSON (`--report=json`), with which phpcs-security-audit looks for weaknesses. */
export const phpCodesnifferReport: ReportParser = jsonReport({
  id: 'php-codesniffer',
  title: 'PHP_CodeSniffer JSON',
  keep: {
    totals: { errors: {} },
    files: { '*': { messages: { message: {}, source: {}, severity: {}, type: {}, line: {}, column: {} } } },
  },
  recognise: ([value]) =>
    isObject(at(value, 'files')) &&
    typeof at(value, 'totals', 'warnings') === 'number' &&
    typeof at(value, 'totals', 'fixable') === 'number',
  read: ({ values: [value], give }) => {
    if (!isObject(at(value, 'files'))) return null;
    for (const [path, file] of Object.entries(objectOf(at(value, 'files'))))
      for (const message of objectsOf(at(file, 'messages'))) give(resultOf(message, path));
    return { tool: 'phpcs', purposes: ['lint'] };
  },
});

function resultOf(message: JsonObject, path: string): GivenResult {
  const type = textOf(message['type']);
  return {
    kind: 'code',
    rule: textOf(message['source']) ?? 'unnamed',
    title: textOf(message['message']),
    message: textOf(message['message']),
    severity: severityOf(type, severities),
    reportedSeverity: type,
    places: [{ path, startLine: numberOf(message['line']), startColumn: numberOf(message['column']) }],
  };
}
