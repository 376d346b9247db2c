// SPDX-License-Identifier: Apache-2.0
import { ecosystemPackageUrl } from '@plumbline/core/values/purl/ecosystem-package-url';
import { at, listOf, objectOf, objectsOf, textOf, textsOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue, Keep } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { type GivenRun, type JsonReading, jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { sameVulnerability } from '../same-vulnerability.ts';
import { severityOf } from '../severity-words.ts';

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
};

/**
 * `snyk test --json` and `snyk container test --json`, of one project or several (Snyk Code and IaC write SARIF). One result
 * for every issue that Snyk lists, which is one for every path to a package. Issues that a policy ignores are told as suppressed.
 */
export const snykReport: ReportParser = jsonReport({
  id: 'snyk',
  title: 'Snyk JSON',
  keep: { ...project, applications: project },
  recognise: ([report]) => (Array.isArray(report) ? listOf(report) : [report ?? null]).some((one) => isProject(one)),
  read: (reading) => readProjects(reading.values[0], reading),
});

/** In a list, projects that could not be tested stand beside the others. */
const isProject = (one: JsonValue): boolean =>
  Array.isArray(at(one, 'vulnerabilities')) &&
  typeof at(one, 'ok') === 'boolean' &&
  at(one, 'dependencyCount') !== undefined;

function readProjects(report: JsonValue | undefined, { give, problems }: JsonReading): GivenRun | null {
  const top = objectsOf(Array.isArray(report) ? listOf(report) : [report ?? null]);
  const projects = top.flatMap((one) => [one, ...objectsOf(one['applications'])]);
  if (!projects.some(({ vulnerabilities }) => Array.isArray(vulnerabilities))) return null;
  for (const one of projects) {
    if (textOf(one['error']) !== null)
      problems.add(`Snyk: a project could not be tested: ${textOf(one['error']) ?? ''}`);
    for (const found of objectsOf(one['vulnerabilities'])) give(resultOf(found, one));
    for (const found of objectsOf(at(one, 'filtered', 'ignore'))) {
      const reason = objectsOf(at(found, 'filtered', 'ignored')).flatMap((rule) => textOf(rule['reason']) ?? [])[0];
      give({ ...resultOf(found, one), suppressed: { where: 'elsewhere', reason } });
    }
  }
  return { tool: 'Snyk', purposes: ['sca'] };
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
