// SPDX-License-Identifier: Apache-2.0
import { ecosystemPackageUrl } from '@plumbline/core/values/purl/ecosystem-package-url';
import { at, isObject, listOf, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { sameVulnerability } from '../same-vulnerability.ts';
import { severityOf } from '../severity-words.ts';

/**
 * `composer audit --format=json`: advisories by package; those that `config.audit.ignore` names are told as suppressed.
 * It names the affected range and not the installed version.
 */
export const composerAuditReport: ReportParser = jsonReport({
  id: 'composer-audit',
  title: 'composer audit JSON',
  keep: { advisories: 'all', 'ignored-advisories': 'all', abandoned: {} },
  recognise: ([report]) => {
    const listed = advisoriesOf(at(report, 'advisories'));
    if (listed === null) return false;
    return listed.length === 0
      ? at(report, 'abandoned') !== undefined
      : listed.some((advisory) => textOf(advisory['advisoryId']) !== null);
  },
  read: ({ values: [report], give }) => {
    const listed = advisoriesOf(at(report, 'advisories'));
    if (listed === null) return null;
    for (const advisory of listed) give(resultOf(advisory));
    for (const advisory of advisoriesOf(at(report, 'ignored-advisories')) ?? [])
      give({ ...resultOf(advisory), suppressed: { where: 'elsewhere', reason: textOf(advisory['ignoreReason']) } });
    return { tool: 'composer audit', purposes: ['sca'] };
  },
});

/** By package a list, or a map of numbers when some were left out; an empty list when there is none. Null: neither. */
function advisoriesOf(value: JsonValue | undefined): readonly JsonObject[] | null {
  if (Array.isArray(value)) return value.length === 0 ? [] : null;
  if (!isObject(value)) return null;
  return Object.entries(value).flatMap(([name, advisories]) =>
    objectsOf(Array.isArray(advisories) ? listOf(advisories) : Object.values(advisories ?? {})).map((advisory) => ({
      packageName: name,
      ...advisory,
    })),
  );
}

function resultOf(advisory: JsonObject): GivenResult {
  const name = textOf(advisory['packageName']);
  const id = textOf(advisory['advisoryId']);
  const severity = textOf(advisory['severity']);
  const range = textOf(advisory['affectedVersions']);
  const remote = objectsOf(advisory['sources']).flatMap(({ remoteId }) => textOf(remoteId) ?? []);
  return {
    kind: 'component',
    rule: id ?? textOf(advisory['cve']) ?? 'advisory',
    title: textOf(advisory['title']),
    message: range === null ? null : `Affected versions: ${range}`,
    severity: severityOf(severity),
    reportedSeverity: severity,
    component: { name: name ?? 'unnamed', purl: ecosystemPackageUrl('composer', name, null), path: 'composer.lock' },
    vulnerabilities: sameVulnerability(id, [
      textOf(advisory['cve']),
      ...remote.filter((one) => one.startsWith('GHSA-')),
    ]),
    help: textOf(advisory['link']),
  };
}
