// SPDX-License-Identifier: Apache-2.0
import { ecosystemPackageUrl } from '@plumbline/core/values/purl/ecosystem-package-url';
import { at, listOf, objectOf, objectsOf, textOf, textsOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue, Keep } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { type GivenRun, type JsonReading, jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { sameVulnerability } from '../same-vulnerability.ts';
import { severityOf } from '../severity-words.ts';
import { snykIacResult } from './snyk-iac-result.ts';

const issue: Keep = {
  id: {},
  title: {},
  type: {},
  description: {},
  severity: {},
  packageName: {},
  name: {},
  version: {},
  packageManager: {},
  identifiers: { CVE: {}, CWE: {}, GHSA: {} },
  CVSSv3: {},
  cvssDetails: { cvssV3Vector: {} },
  cvssSources: { vector: {} },
  fixedIn: {},
  nearestFixedInVersion: {},
  from: {},
  filtered: { ignored: { reason: {} } },
};
const project: { [member: string]: Keep } = {
  ok: {},
  error: {},
  dependencyCount: {},
  packageManager: {},
  displayTargetFile: {},
  targetFile: {},
  projectName: {},
  vulnerabilities: issue,
  filtered: { ignore: issue },
  path: {},
  infrastructureAsCodeIssues: {
    id: {},
    publicId: {},
    title: {},
    severity: {},
    isIgnored: {},
    lineNumber: {},
    path: {},
    issue: {},
    impact: {},
    resolve: {},
    iacDescription: {},
    documentation: {},
    references: {},
  },
};

/**
 * `snyk test --json`, also of containers and infrastructure as code, of one project or several (Snyk Code writes SARIF). One
 * result for every issue that Snyk lists, which is one for every path to a package. Issues that a policy ignores are told as
 * suppressed. A project that could not be tested, of which only the error is written, is a problem of the run.
 */
export const snykReport: ReportParser = jsonReport({
  id: 'snyk',
  title: 'Snyk JSON',
  keep: { ...project, applications: project },
  recognise: ([report]) => (Array.isArray(report) ? listOf(report) : [report ?? null]).some((one) => isProject(one)),
  read: (reading) => readProjects(reading.values[0], reading),
});

/** In a list, projects that could not be tested stand beside the others. */
function isProject(one: JsonValue): boolean {
  if (typeof at(one, 'ok') !== 'boolean') return false;
  if (Array.isArray(at(one, 'infrastructureAsCodeIssues')) || isFailure(one)) return true;
  const [first] = listOf(at(one, 'vulnerabilities'));
  const hasIssues = first !== undefined && textOf(at(first, 'id')) !== null && at(first, 'from') !== undefined;
  return (at(one, 'dependencyCount') !== undefined || hasIssues) && Array.isArray(at(one, 'vulnerabilities'));
}

const isFailure = (one: JsonValue): boolean =>
  at(one, 'ok') === false && textOf(at(one, 'error')) !== null && textOf(at(one, 'path')) !== null;

function readProjects(report: JsonValue | undefined, { give, problems }: JsonReading): GivenRun | null {
  const top = objectsOf(Array.isArray(report) ? listOf(report) : [report ?? null]);
  const projects = top.flatMap((one) => [one, ...objectsOf(one['applications'])]);
  if (!projects.some((one) => isProject(one) || Array.isArray(one['vulnerabilities']))) return null;
  for (const one of projects) {
    if (textOf(one['error']) !== null)
      problems.add(`Snyk: a project could not be tested: ${textOf(one['error']) ?? ''}`);
    for (const found of objectsOf(one['vulnerabilities'])) give(resultOf(found, one));
    const file = textOf(one['targetFile']);
    for (const found of objectsOf(one['infrastructureAsCodeIssues'])) give(snykIacResult(found, file));
    for (const found of objectsOf(at(one, 'filtered', 'ignore'))) {
      const reason = objectsOf(at(found, 'filtered', 'ignored')).flatMap((rule) => textOf(rule['reason']) ?? [])[0];
      give({ ...resultOf(found, one), suppressed: { where: 'elsewhere', reason } });
    }
  }
  const isIac = projects.some((one) => Array.isArray(one['infrastructureAsCodeIssues']));
  const failed = projects.some((one) => textOf(one['error']) !== null);
  return { tool: 'Snyk', purposes: [isIac ? 'iac-scan' : 'sca'], ...(failed ? { completed: false } : {}) };
}

function resultOf(found: JsonObject, about: JsonObject): GivenResult {
  const id = textOf(found['id']);
  const name = textOf(found['packageName']) ?? textOf(found['name']) ?? 'unnamed';
  const version = textOf(found['version']);
  const manager = textOf(found['packageManager']) ?? textOf(about['packageManager']);
  const severity = textOf(found['severity']);
  const identifiers = objectOf(found['identifiers']);
  const path = textsOf(found['from']).slice(0, 30).join(' > ');
  return {
    kind: 'component',
    rule: id ?? 'unnamed',
    title: textOf(found['title']),
    message: [path === '' ? null : `Introduced through: ${path}`, textOf(found['description'])]
      .filter((part) => part !== null)
      .join('\n'),
    severity: severityOf(severity),
    reportedSeverity: severity,
    component: {
      name,
      version,
      purl: ecosystemPackageUrl(manager, name, version),
      path: textOf(about['displayTargetFile']) ?? textOf(about['targetFile']),
    },
    vulnerabilities: isLicence(found)
      ? []
      : sameVulnerability(id, [...textsOf(identifiers['CVE']), ...textsOf(identifiers['GHSA'])]),
    weaknesses: textsOf(identifiers['CWE']),
    cvss: vectorsOf(found),
    fixedVersions: [...textsOf(found['fixedIn']), textOf(found['nearestFixedInVersion'])],
  };
}

const isLicence = (found: JsonObject): boolean => found['type'] === 'license';

const vectorsOf = (found: JsonObject): readonly (string | null)[] => [
  textOf(found['CVSSv3']),
  ...objectsOf(found['cvssDetails']).map(({ cvssV3Vector: vector }) => textOf(vector)),
  ...objectsOf(found['cvssSources']).map(({ vector }) => textOf(vector)),
];
