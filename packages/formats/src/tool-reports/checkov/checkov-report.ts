// SPDX-License-Identifier: Apache-2.0
import type { ToolPurpose } from '@plumbline/core/facts/ci-pipelines';
import { ecosystemPackageUrl } from '@plumbline/core/values/purl/ecosystem-package-url';
import { at, isObject, listOf, objectOf, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue, Keep } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { severityOf } from '../severity-words.ts';

const check: Keep = {
  check_id: {},
  check_name: {},
  check_result: { suppress_comment: {} },
  file_path: {},
  repo_file_path: {},
  file_line_range: {},
  resource: {},
  severity: {},
  short_description: {},
  description: {},
  guideline: {},
  vulnerability_details: {
    id: {},
    package_name: {},
    package_version: {},
    package_type: {},
    fix_version: {},
    lowest_fixed_version: {},
    vector: {},
    link: {},
    description: {},
  },
};
const keep: Keep = {
  check_type: {},
  passed: {},
  failed: {},
  checkov_version: {},
  results: { failed_checks: check, skipped_checks: check, parsing_errors: {} },
  summary: { checkov_version: {}, passed: {}, failed: {}, skipped: {} },
};

/** Frameworks whose checks are not about configuration. */
const purposeOf: { readonly [framework: string]: ToolPurpose } = {
  secrets: 'secret-scan',
  sca_package: 'sca',
  sca_package_scan: 'sca',
  sca_image: 'sca',
  sast: 'sast',
  github_actions: 'workflow-lint',
  gitlab_ci: 'workflow-lint',
};

/**
 * Checkov's JSON: one framework, or a list of one report a framework. Checks that failed are results; those skipped by a
 * comment in the source are told as suppressed. Without a platform account Checkov rates nothing: unrated.
 */
export const checkovReport: ReportParser = jsonReport({
  id: 'checkov',
  title: 'Checkov JSON',
  keep,
  recognise: ([value]) => {
    const [report] = Array.isArray(value) ? listOf(value) : [value ?? null];
    return textOf(at(report, 'summary', 'checkov_version')) !== null || isEmptyRun(report);
  },
  read: ({ values: [value], give, problems }) => {
    const reports = (Array.isArray(value) ? listOf(value) : [value ?? null]).filter((entry) => isObject(entry));
    if (!reports.some((report) => isObject(report['results']) || isEmptyRun(report))) return null;
    for (const report of reports) {
      const type = textOf(report['check_type']) ?? '';
      for (const found of objectsOf(at(report, 'results', 'failed_checks'))) give(resultOf(found, type));
      for (const found of objectsOf(at(report, 'results', 'skipped_checks'))) give(skippedResult(found, type));
      const unread = listOf(at(report, 'results', 'parsing_errors')).length;
      if (unread > 0) problems.add(`Checkov ${type}: ${unread} files could not be parsed`);
    }
    const versions = reports.map(
      (report) => textOf(at(report, 'summary', 'checkov_version')) ?? textOf(report['checkov_version']),
    );
    return {
      tool: 'checkov',
      toolVersion: versions.find((version) => version !== null) ?? null,
      purposes: [...new Set(reports.map((report) => purposeIn(textOf(report['check_type']) ?? '')))].sort(),
    };
  },
});

/** What Checkov writes when no framework applies: counts at the top, and no results. */
const isEmptyRun = (report: JsonValue | undefined): boolean =>
  textOf(at(report, 'checkov_version')) !== null && typeof at(report, 'failed') === 'number';

const purposeIn = (type: string): ToolPurpose =>
  Object.hasOwn(purposeOf, type) ? (purposeOf[type] ?? 'iac-scan') : type.startsWith('sast_') ? 'sast' : 'iac-scan';

function resultOf(found: JsonObject, type: string): GivenResult {
  const details = objectOf(found['vulnerability_details']);
  const purpose = purposeIn(type);
  const severity = textOf(found['severity']);
  const [startLine, endLine] = listOf(found['file_line_range']).map((line) => (typeof line === 'number' ? line : null));
  const path = textOf(found['repo_file_path']) ?? textOf(found['file_path']);
  const id = textOf(found['check_id']) ?? 'unnamed';
  return {
    kind: purpose === 'secret-scan' ? 'secret' : purpose === 'sast' ? 'code' : 'configuration',
    rule: id,
    title: textOf(found['check_name']) ?? textOf(found['short_description']),
    message: textOf(found['description']) ?? textOf(details['description']),
    severity: severityOf(severity),
    reportedSeverity: severity,
    places: [{ path, startLine, endLine, symbol: textOf(found['resource']) }],
    help: textOf(found['guideline']) ?? textOf(details['link']),
    ...(purpose === 'sca' ? componentPart(details, path, id) : {}),
  };
}

/** A vulnerable package: Checkov tells it as a check whose details are the vulnerability. */
function componentPart(details: JsonObject, path: string | null, id: string): Partial<GivenResult> {
  const name = textOf(details['package_name']);
  const version = textOf(details['package_version']);
  if (name === null) return {};
  const vulnerability = textOf(details['id']);
  return {
    kind: 'component',
    rule: vulnerability ?? id,
    component: { name, version, purl: ecosystemPackageUrl(textOf(details['package_type']), name, version), path },
    vulnerabilities: [vulnerability],
    cvss: [textOf(details['vector'])],
    fixedVersions: [textOf(details['lowest_fixed_version']) ?? textOf(details['fix_version'])],
    places: [],
  };
}

function skippedResult(found: JsonObject, type: string): GivenResult {
  return {
    ...resultOf(found, type),
    suppressed: { where: 'source', reason: textOf(at(found, 'check_result', 'suppress_comment')) },
  };
}
