// SPDX-License-Identifier: Apache-2.0
import { ecosystemPackageUrl } from '@plumbline/core/values/purl/ecosystem-package-url';
import { at, listOf, objectOf, objectsOf, textOf, textsOf } from '../../json/json-fields.ts';
import type { JsonObject, Keep } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { severityOf } from '../severity-words.ts';

const keep: Keep = {
  pass: {},
  vulnerabilities: {
    dependency: { package: {}, version: {}, lockfile: {} },
    advisory: {
      id: {},
      cve: {},
      title: {},
      description: {},
      severity: {},
      url: {},
      package: {},
      first_patched_versions: {},
      vulnerable_version_ranges: {},
    },
  },
};

/** `mix deps.audit --format json`: advisories about packages of a `mix.lock`. */
export const mixAuditReport: ReportParser = jsonReport({
  id: 'mix-audit',
  title: 'mix deps.audit JSON',
  keep,
  recognise: ([report]) => {
    const [first] = listOf(at(report, 'vulnerabilities'));
    if (typeof at(report, 'pass') !== 'boolean' || !Array.isArray(at(report, 'vulnerabilities'))) return false;
    return first === undefined || textOf(at(first, 'dependency', 'lockfile')) !== null;
  },
  read: ({ values: [report], give }) => {
    if (!Array.isArray(at(report, 'vulnerabilities'))) return null;
    for (const entry of objectsOf(at(report, 'vulnerabilities'))) give(resultOf(entry));
    return { tool: 'mix_audit', purposes: ['sca'] };
  },
});

function resultOf(entry: JsonObject): GivenResult {
  const advisory = objectOf(entry['advisory']);
  const id = textOf(advisory['id']);
  const name = textOf(at(entry, 'dependency', 'package')) ?? textOf(advisory['package']);
  const version = textOf(at(entry, 'dependency', 'version'));
  const severity = textOf(advisory['severity']);
  return {
    kind: 'component',
    rule: id ?? 'advisory',
    title: textOf(advisory['title']),
    message: textOf(advisory['description']),
    severity: severityOf(severity),
    reportedSeverity: severity,
    component: {
      name: name ?? 'unnamed',
      version,
      purl: ecosystemPackageUrl('hex', name, version),
      path: textOf(at(entry, 'dependency', 'lockfile')),
    },
    vulnerabilities: [id, textOf(advisory['cve'])],
    fixedVersions: textsOf(advisory['first_patched_versions']),
    help: textOf(advisory['url']),
  };
}
