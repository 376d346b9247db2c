// SPDX-License-Identifier: Apache-2.0
import type { Severity } from '@plumbline/core/findings/severity';
import { at, listOf, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { jsonListReport } from '../json-list-report.ts';
import { numberOf } from '../json-scalars.ts';
import type { ReportParser } from '../report-parser.ts';

/** ESLint's severities are how its user configured the rule, 2 an error and 1 a warning: like SARIF's levels. */
const severities: { readonly [severity: string]: Severity } = { '2': 'high', '1': 'medium' };
const words: { readonly [severity: string]: string } = { '2': 'error', '1': 'warning' };

/**
 * ESLint's JSON (`-f json`), which Oxlint and others also write: a list of files with their messages. Versions before 1 counted
 * no errors.
 */
export const eslintReport: ReportParser = jsonListReport({
  id: 'eslint',
  title: 'ESLint JSON',
  path: [],
  keep: {},
  recognise: ([value]) => {
    const [file] = listOf(value);
    return textOf(at(file, 'filePath')) !== null && Array.isArray(at(file, 'messages')) && isEslint(file);
  },
  begin: (rest) => (Array.isArray(rest) ? { resultsOf, run: () => ({ tool: 'eslint' }) } : null),
});

/** Secretlint writes the same list, but no counts, and words for severities. */
function isEslint(file: JsonValue | undefined): boolean {
  const [message] = listOf(at(file, 'messages'));
  return typeof at(file, 'errorCount') === 'number' || typeof at(message, 'severity') === 'number';
}

function resultsOf(file: JsonObject): readonly GivenResult[] {
  const path = textOf(file['filePath']);
  const silenced = objectsOf(file['suppressedMessages']).map((message) => ({
    ...resultOf(message, path),
    suppressed: {
      where: 'source' as const,
      reason: textOf(at(objectsOf(message['suppressions'])[0], 'justification')),
    },
  }));
  return [...objectsOf(file['messages']).map((message) => resultOf(message, path)), ...silenced];
}

function resultOf(message: JsonObject, path: string | null): GivenResult {
  const severity = String(message['severity']);
  const text = textOf(message['message']);
  return {
    kind: 'code',
    // A message without a rule is one of the parser.
    rule: textOf(message['ruleId']) ?? (message['fatal'] === true ? 'parsing-error' : 'unnamed'),
    title: text,
    message: text,
    severity: Object.hasOwn(severities, severity) ? (severities[severity] ?? 'unrated') : 'unrated',
    reportedSeverity: Object.hasOwn(words, severity) ? words[severity] : null,
    places: [
      {
        path,
        startLine: numberOf(message['line']),
        endLine: numberOf(message['endLine']),
        startColumn: numberOf(message['column']),
      },
    ],
  };
}
