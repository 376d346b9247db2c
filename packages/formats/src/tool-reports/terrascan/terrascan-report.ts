// SPDX-License-Identifier: Apache-2.0
import { at, isObject, listOf, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject, Keep } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { FirstSeen } from '../first-seen.ts';
import { jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { severityOf } from '../severity-words.ts';

const violation: Keep = {
  rule_name: {},
  rule_id: {},
  description: {},
  severity: {},
  resource_name: {},
  resource_type: {},
  skip_comment: {},
  file: {},
  line: {},
};

/**
 * Terrascan's JSON: violations, each once; those skipped by a comment in the source are told as suppressed.
 */
export const terrascanReport: ReportParser = jsonReport({
  id: 'terrascan',
  title: 'Terrascan JSON',
  keep: {
    results: {
      violations: violation,
      skipped_violations: violation,
      scan_errors: {},
      scan_summary: { policies_validated: {} },
    },
  },
  recognise: ([report]) => at(report, 'results', 'scan_summary', 'policies_validated') !== undefined,
  read: ({ values: [report], give, problems }) => {
    const results = at(report, 'results');
    if (!isObject(results)) return null;
    const seen = new FirstSeen();
    for (const found of objectsOf(results['violations'])) if (isNew(found, seen)) give(resultOf(found));
    for (const found of objectsOf(results['skipped_violations']))
      give({ ...resultOf(found), suppressed: { where: 'source', reason: textOf(found['skip_comment']) } });
    const errors = listOf(results['scan_errors']).length;
    if (errors > 0) problems.add(`Terrascan scan_errors: ${errors}`);
    const rules = at(results, 'scan_summary', 'policies_validated');
    return { tool: 'terrascan', rules: typeof rules === 'number' ? rules : null };
  },
});

function isNew(found: JsonObject, seen: FirstSeen): boolean {
  const { rule_id: id, rule_name: name, resource_name: resource, resource_type: type, file, line } = found;
  return seen.isNew(id, name, resource, type, file, line);
}

function resultOf(found: JsonObject): GivenResult {
  const severity = textOf(found['severity']);
  const { line } = found;
  const symbol = [textOf(found['resource_type']), textOf(found['resource_name'])]
    .filter((part) => part !== null)
    .join('.');
  return {
    kind: 'configuration',
    rule: textOf(found['rule_id']) ?? textOf(found['rule_name']) ?? 'unnamed',
    title: textOf(found['description']) ?? textOf(found['rule_name']),
    severity: severityOf(severity),
    reportedSeverity: severity,
    places: [{ path: textOf(found['file']), startLine: typeof line === 'number' ? line : null, symbol }],
  };
}
