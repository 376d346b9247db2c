// SPDX-License-Identifier: Apache-2.0
import { statedInstant } from '../../imports/stated-instant.ts';
import { at, isObject, listOf, objectOf, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue, Keep } from '../../json/json-value.ts';
import { jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { clusterComplianceResults } from './cluster-compliance.ts';
import { checkResult, secretResult, vulnerabilityResult } from './trivy-operator-results.ts';

const check: Keep = {
  checkID: {},
  title: {},
  description: {},
  messages: {},
  remediation: {},
  severity: {},
  success: {},
  target: {},
};
const resource: { [member: string]: Keep } = {
  apiVersion: {},
  kind: {},
  metadata: { creationTimestamp: {}, labels: 'all' },
  report: {
    scanner: { name: {}, version: {} },
    updateTimestamp: {},
    vulnerabilities: {
      vulnerabilityID: {},
      resource: {},
      installedVersion: {},
      fixedVersion: {},
      severity: {},
      title: {},
      description: {},
      primaryLink: {},
      packagePURL: {},
      packageType: {},
      packagePath: {},
      cvss: 'all',
    },
    checks: check,
    secrets: { ruleID: {}, title: {}, category: {}, severity: {}, match: {}, target: {} },
  },
  spec: { compliance: { controls: { id: {}, description: {} } } },
  status: {
    detailReport: { results: { id: {}, name: {}, severity: {}, checks: check } },
    summaryReport: { controlCheck: { id: {}, name: {}, severity: {}, totalFail: {} } },
    updateTimestamp: {},
  },
  items: {},
};
resource['items'] = { ...resource };

/** The kinds of custom resources that hold results; bills of materials hold none. */
const kinds = [
  'clustercompliancereports',
  'clusterconfigauditreports',
  'clusterinfraassessmentreports',
  'clusterrbacassessmentreports',
  'configauditreports',
  'exposedsecretreports',
  'infraassessmentreports',
  'rbacassessmentreports',
  'vulnerabilityreports',
].map((kind) => `${kind}.aquasecurity.github.io`);

/**
 * Reports of Trivy's operator as Kubernetes holds them: one, a list, or a map by kind. Checks that failed, vulnerabilities and
 * secrets are results.
 */
export const trivyOperatorReport: ReportParser = jsonReport({
  id: 'trivy-operator',
  title: 'Trivy operator report',
  keep: { ...resource, ...Object.fromEntries(kinds.map((kind) => [kind, resource])) },
  recognise: ([report]) => resourcesOf(report).some((one) => isTrivyResource(one)) || isByKind(report),
  read: ({ values: [report], give, problems }) => {
    const resources = resourcesOf(report).filter((one) => isTrivyResource(one));
    if (resources.length === 0 && !isByKind(report)) return null;
    for (const one of resources) {
      const where = whereOf(one);
      const found = [
        ...objectsOf(at(one, 'report', 'vulnerabilities')).map((entry) => vulnerabilityResult(entry, where)),
        ...objectsOf(at(one, 'report', 'secrets')).map((entry) => secretResult(entry, where)),
        ...objectsOf(at(one, 'report', 'checks')).map((entry) => checkResult(entry, where)),
        ...objectsOf(at(one, 'status', 'detailReport', 'results')).flatMap((section) =>
          objectsOf(section['checks']).map((entry) => checkResult({ ...section, ...entry }, where)),
        ),
        ...clusterComplianceResults(one),
      ];
      for (const result of found) if (result !== null) give(result);
    }
    const [first] = resources;
    return {
      tool: 'Trivy',
      toolVersion: textOf(at(first, 'report', 'scanner', 'version')),
      purposes: ['sca', 'iac-scan', 'secret-scan'],
      finishedAt: statedInstant(at(first, 'report', 'updateTimestamp'), 'Trivy operator updateTimestamp', problems),
    };
  },
});

const isTrivyResource = (one: JsonObject): boolean =>
  textOf(one['apiVersion'])?.startsWith('aquasecurity.github.io/') === true;

const isByKind = (report: JsonValue | undefined): boolean =>
  isObject(report) && kinds.some((kind) => Array.isArray(report[kind]));

function resourcesOf(report: JsonValue | undefined): readonly JsonObject[] {
  if (Array.isArray(report)) return objectsOf(listOf(report));
  const one = objectOf(report);
  if (isByKind(report)) return kinds.flatMap((kind) => objectsOf(one[kind]));
  return Array.isArray(one['items']) ? objectsOf(one['items']) : [one];
}

/** Namespace, kind, name and container of what was looked at: labels of the resource. */
function whereOf(one: JsonObject): string {
  const labels = at(one, 'metadata', 'labels');
  return ['resource.namespace', 'resource.kind', 'resource.name', 'container.name']
    .flatMap((label) => textOf(at(labels, `trivy-operator.${label}`)) ?? [])
    .join('/');
}
