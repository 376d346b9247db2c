// SPDX-License-Identifier: Apache-2.0
import { at, isObject, listOf, objectOf, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject } from '../../json/json-value.ts';
import { confidenceOf } from '../confidence-words.ts';
import type { GivenResult } from '../create-result.ts';
import { jsonListReport } from '../json-list-report.ts';
import { numberOf } from '../json-scalars.ts';
import type { ReportParser } from '../report-parser.ts';
import { severityOf } from '../severity-words.ts';
import { statedInstant } from '../../imports/stated-instant.ts';

/** Rules about passwords and keys in the source: B105, B106 and B107 quote the password that they found. */
const quotesSecret = /^B10[567]$/;

/** Bandit's JSON (`-f json`). Severity LOW, MEDIUM, HIGH as they read; UNDEFINED is unrated. */
export const banditReport: ReportParser = jsonListReport({
  id: 'bandit',
  title: 'Bandit JSON',
  path: ['results'],
  keep: { results: {}, errors: { filename: {} }, generated_at: {}, metrics: { _totals: {} } },
  recognise: ([value]) => {
    if (!Array.isArray(at(value, 'results')) || textOf(at(value, 'generated_at')) === null) return false;
    return isObject(at(value, 'metrics', '_totals')) || textOf(at(listOf(at(value, 'results'))[0], 'test_id')) !== null;
  },
  begin: (rest, problems) => {
    if (!Array.isArray(at(rest, 'results'))) return null;
    const errors = objectsOf(at(rest, 'errors')).length;
    if (errors > 0) problems.add(`Bandit could not read ${errors} files`);
    const finishedAt = statedInstant(at(rest, 'generated_at'), 'Bandit: generated_at', problems);
    return { resultsOf: (entry) => [resultOf(entry)], run: () => ({ tool: 'bandit', finishedAt }) };
  },
});

function resultOf(found: JsonObject): GivenResult {
  const rule = textOf(found['test_id']) ?? 'unnamed';
  const text = textOf(found['issue_text']);
  const isSecret = quotesSecret.test(rule);
  const severity = textOf(found['issue_severity']);
  const lines = listOf(found['line_range']);
  return {
    kind: isSecret ? 'secret' : 'code',
    rule,
    title: textOf(found['test_name']),
    // "Possible hardcoded password: 'hunter2'"
    message: isSecret ? (text?.slice(0, 500).replace(/:\s.*$/s, '') ?? null) : text,
    severity: severityOf(severity),
    reportedSeverity: severity,
    confidence: confidenceOf(textOf(found['issue_confidence'])),
    places: [
      {
        path: textOf(found['filename']),
        startLine: numberOf(found['line_number']),
        endLine: numberOf(lines.at(-1)),
        startColumn: columnOf(found),
        snippet: textOf(found['code']),
      },
    ],
    weaknesses: [numberOf(objectOf(found['issue_cwe'])['id'])],
    help: textOf(found['more_info']),
  };
}

/** Bandit counts columns from zero. */
function columnOf(found: JsonObject): number | null {
  const offset = numberOf(found['col_offset']);
  return offset === null ? null : offset + 1;
}
