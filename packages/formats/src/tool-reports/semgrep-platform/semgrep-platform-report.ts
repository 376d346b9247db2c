// SPDX-License-Identifier: Apache-2.0
import { at, isObject, listOf, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue, Keep } from '../../json/json-value.ts';
import { FirstSeen } from '../first-seen.ts';
import { jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { platformFinding, supplyChainFinding } from './semgrep-platform-results.ts';

const dependency: Keep = { name: {}, versionSpecifier: {} };
const keep: Keep = {
  findings: {
    match_based_id: {},
    repository: { name: {} },
    state: {},
    status: {},
    triage_state: {},
    triage_comment: {},
    triage_reason: {},
    severity: {},
    confidence: {},
    rule_name: {},
    rule_message: {},
    line_of_code_url: {},
    location: { file_path: {}, line: {}, end_line: {}, column: {} },
    rule: { name: {}, message: {}, cwe_names: {}, vulnerability_classes: {} },
  },
  vulns: {
    title: {},
    advisory: {
      ruleId: {},
      description: {},
      ecosystem: {},
      severity: {},
      references: { cveIds: {}, cweIds: {}, urls: {} },
    },
    matchedDependency: dependency,
    closestSafeDependency: dependency,
    dependencyFileLocation: { path: {}, startLine: {} },
    triage: { status: {}, dismissReason: {} },
    groupKey: {},
  },
};

/**
 * What the API of the Semgrep platform gives: findings in code, and `vulns` of its Supply Chain. A finding that several branches
 * of a repository have is one result.
 */
export const semgrepPlatformReport: ReportParser = jsonReport({
  id: 'semgrep-platform',
  title: 'Semgrep platform JSON',
  keep,
  recognise: ([value]) => isFindings(value) || isObject(at(listOf(at(value, 'vulns'))[0], 'advisory')),
  read: ({ values: [value], give }) => {
    if (!Array.isArray(at(value, 'findings')) && !Array.isArray(at(value, 'vulns'))) return null;
    const seen = new FirstSeen();
    for (const found of objectsOf(at(value, 'findings'))) if (isNew(found, seen)) give(platformFinding(found));
    for (const found of objectsOf(at(value, 'vulns'))) give(supplyChainFinding(found));
    return { tool: 'semgrep', purposes: [Array.isArray(at(value, 'vulns')) ? 'sca' : 'sast'] };
  },
});

function isNew(found: JsonObject, seen: FirstSeen): boolean {
  const id = textOf(found['match_based_id']);
  return id === null || seen.isNew(id, at(found, 'repository', 'name'));
}

function isFindings(value: JsonValue | undefined): boolean {
  const [first] = listOf(at(value, 'findings'));
  return textOf(at(first, 'rule_name')) !== null && textOf(at(first, 'location', 'file_path')) !== null;
}
