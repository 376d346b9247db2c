// SPDX-License-Identifier: Apache-2.0
import { at, isObject, listOf, objectsOf, textOf, textsOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue, Keep } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { commonSeverities, severityOf, type SeverityWords } from '../severity-words.ts';

const keep: Keep = {
  results: {
    rule_id: {},
    long_id: {},
    rule_description: {},
    rule_provider: {},
    description: {},
    impact: {},
    resolution: {},
    links: {},
    link: {},
    severity: {},
    status: {},
    passed: {},
    resource: {},
    location: { filename: {}, start_line: {}, end_line: {} },
  },
};

/** Before 0.59 tfsec had the levels of a linter. */
const severities: SeverityWords = { ...commonSeverities, error: 'high', warning: 'medium', info: 'low' };

/** tfsec's JSON. What a rule says of the same lines for several instances of a resource is one result. */
export const tfsecReport: ReportParser = jsonReport({
  id: 'tfsec',
  title: 'tfsec JSON',
  keep,
  recognise: ([report]) => {
    const [first] = listOf(at(report, 'results'));
    if (first === undefined) return isObject(report) && report['results'] === null && Object.keys(report).length === 1;
    return textOf(at(first, 'rule_id')) !== null && textOf(at(first, 'location', 'filename')) !== null;
  },
  read: ({ values: [report], give }) => {
    const results = at(report, 'results');
    if (results !== null && !Array.isArray(results)) return null;
    const seen = new Set<string>();
    for (const found of objectsOf(results ?? undefined)) {
      const { rule_provider: provider, rule_id: rule, location } = found;
      const key = JSON.stringify([provider, rule, location]);
      if (statusOf(found) !== 'passed' && !seen.has(key)) give(resultOf(found));
      seen.add(key);
    }
    return { tool: 'tfsec' };
  },
});

/** A word, or a number: defsec's `scan.Status`. */
function statusOf(found: JsonObject): 'failed' | 'passed' | 'ignored' {
  const { status, passed } = found;
  if (passed === true || status === 'passed' || status === 1) return 'passed';
  return status === 'ignored' || status === 2 ? 'ignored' : 'failed';
}

const lineOf = (value: JsonValue | undefined): number | null => (typeof value === 'number' ? value : null);

function resultOf(found: JsonObject): GivenResult {
  const severity = textOf(found['severity']);
  return {
    kind: 'configuration',
    rule: textOf(found['long_id']) ?? textOf(found['rule_id']) ?? 'unnamed',
    title: textOf(found['rule_description']) ?? textOf(found['description']),
    message: [textOf(found['description']), textOf(found['impact']), textOf(found['resolution'])]
      .filter((part) => part !== null)
      .join('\n'),
    severity: severityOf(severity, severities),
    reportedSeverity: severity,
    places: [
      {
        path: textOf(at(found, 'location', 'filename')),
        startLine: lineOf(at(found, 'location', 'start_line')),
        endLine: lineOf(at(found, 'location', 'end_line')),
        symbol: textOf(found['resource']),
      },
    ],
    suppressed: statusOf(found) === 'ignored' ? { where: 'source' } : null,
    help: textsOf(found['links'])[0] ?? textOf(found['link']),
  };
}
