// SPDX-License-Identifier: Apache-2.0
import { statedInstant } from '../../imports/stated-instant.ts';
import { at, isObject, objectOf, objectsOf, textOf, textsOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { sameVulnerability } from '../same-vulnerability.ts';
import { commonSeverities, severityOf, type SeverityWords } from '../severity-words.ts';

/** Words of Harbor's pluggable scanners, which pass on those of the distributions. */
const severities: SeverityWords = { ...commonSeverities, negligible: 'low' };

/** Harbor's vulnerability report of an image, plain or by its media type: one result for a vulnerability of a package. */
export const harborReport: ReportParser = jsonReport({
  id: 'harbor',
  title: 'Harbor vulnerability report',
  keep: 'all',
  recognise: ([report]) => {
    const body = bodyOf(report);
    return (
      body !== null &&
      textOf(body['generated_at']) !== null &&
      isObject(body['scanner']) &&
      body['vulnerabilities'] !== undefined
    );
  },
  read: ({ values: [report], give, problems }) => {
    const body = bodyOf(report);
    if (body === null) return null;
    const seen = new Set<string>();
    for (const found of objectsOf(body['vulnerabilities'])) {
      const key = JSON.stringify([found['id'], found['package'], found['version']]);
      if (!seen.has(key)) give(resultOf(found));
      seen.add(key);
    }
    return {
      tool: textOf(at(body, 'scanner', 'name')) ?? 'Harbor',
      toolVersion: textOf(at(body, 'scanner', 'version')),
      purposes: ['sca'],
      finishedAt: statedInstant(body['generated_at'], 'Harbor generated_at', problems),
    };
  },
});

const mediaType =
  /^application\/vnd\.(?:security\.vulnerability\.report|scanner\.adapter\.vuln\.report\.harbor)\+?(?:json)?/;

function bodyOf(report: JsonValue | undefined): JsonObject | null {
  const byType = Object.entries(objectOf(report)).find(([name]) => mediaType.test(name))?.[1];
  const body = byType ?? report;
  return isObject(body) && 'vulnerabilities' in body ? body : null;
}

function resultOf(found: JsonObject): GivenResult {
  const id = textOf(found['id']);
  const name = textOf(found['package']) ?? 'unnamed';
  const severity = textOf(found['severity']);
  const vectors = Object.values(objectOf(at(found, 'vendor_attributes', 'CVSS'))).flatMap((source) =>
    ['V3Vector', 'V2Vector'].map((member) => textOf(at(source, member))),
  );
  return {
    kind: 'component',
    rule: id ?? 'unnamed',
    title: `${id ?? 'A vulnerability'} in ${name}`,
    message: textOf(found['description']),
    severity: severityOf(severity, severities),
    reportedSeverity: severity,
    component: { name, version: textOf(found['version']) },
    vulnerabilities: sameVulnerability(id, []),
    weaknesses: textsOf(found['cwe_ids']),
    cvss: [textOf(at(found, 'preferred_cvss', 'vector_v3')), ...vectors],
    fixedVersions: [textOf(found['fix_version'])],
    help: textsOf(found['links'])[0] ?? null,
  };
}
