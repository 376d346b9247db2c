// SPDX-License-Identifier: Apache-2.0
import { at, isObject, objectOf, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue, Keep } from '../../json/json-value.ts';
import { type GivenRun, type JsonReading, jsonReport } from '../json-report.ts';
import { installedVersions, npmAdvisories, npmAdvisoryResult, passedOnBy } from '../npm-advisory/npm-advisory.ts';
import type { ReportParser } from '../report-parser.ts';
import { vulnerablePackageResults } from './vulnerable-package.ts';

const members: Keep = {
  auditReportVersion: {},
  vulnerabilities: 'all',
  advisories: 'all',
  metadata: { vulnerabilities: {} },
  runId: {},
  message: {},
  statusCode: {},
  uri: {},
  error: { code: {}, summary: {} },
};

/**
 * `npm audit --json` of npm 6 (a map of advisories) and of npm 7 and later (a map of vulnerable packages), and of
 * `npm audit fix --json`. npm 6: one result for an advisory, whose version is told when only one is installed. npm 7: one
 * for every advisory of a package, and one for a package that is listed because it depends on others.
 */
export const npmAuditReport: ReportParser = jsonReport({
  id: 'npm-audit',
  title: 'npm audit JSON',
  keep: { ...members, audit: members },
  recognise: ([sample]) => {
    const report = auditOf(sample);
    if (typeof report['auditReportVersion'] === 'number') return isObject(report['vulnerabilities']);
    return passedOnBy(report) === 'npm' || isNpmError(report);
  },
  read: (reading) => {
    const report = auditOf(reading.values[0]);
    const { error, vulnerabilities } = report;
    const advisories = npmAdvisories(report);
    if (isObject(error)) return failedRun(report, reading);
    if (isObject(vulnerabilities)) {
      for (const entry of objectsOf(Object.values(vulnerabilities)))
        for (const result of vulnerablePackageResults(entry)) reading.give(result);
    } else if (advisories !== null) giveAdvisories(advisories, reading);
    else return null;
    return { tool: 'npm audit', purposes: ['sca'] };
  },
});

/** `npm audit fix --json` wraps the report. */
function auditOf(value: JsonValue | undefined): JsonObject {
  const report = objectOf(value);
  return isObject(report['audit']) ? report['audit'] : report;
}

/** `{"error": {"code": "ENOLOCK", "summary": …}}`, or what the registry answered instead of advisories. */
const isNpmError = ({ error, statusCode, uri }: JsonObject): boolean =>
  (/^E[A-Z0-9]+$/.test(textOf(at(error, 'code')) ?? '') && textOf(at(error, 'summary')) !== null) ||
  (typeof statusCode === 'number' && textOf(uri)?.includes('/-/npm/') === true && isObject(error));

function failedRun(report: JsonObject, { problems }: JsonReading): GivenRun {
  const { error, message } = report;
  const said = [at(error, 'summary'), message, at(error, 'code')].map((value) => textOf(value));
  problems.add(`npm audit ended with an error: ${said.find((text) => text !== null) ?? 'not said which'}`);
  return { tool: 'npm audit', purposes: ['sca'], completed: false };
}

function giveAdvisories(advisories: readonly JsonObject[], { give }: JsonReading): void {
  for (const advisory of advisories) {
    const versions = installedVersions(advisory);
    const result = npmAdvisoryResult(advisory, versions.length === 1 ? (versions[0] ?? null) : null);
    if (result !== null) give(result);
  }
}
