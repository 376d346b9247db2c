// SPDX-License-Identifier: Apache-2.0
import { statedInstant } from '../../imports/stated-instant.ts';
import { at, objectOf, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue, Keep } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { sameVulnerability } from '../same-vulnerability.ts';
import { severityOf } from '../severity-words.ts';

const keep: Keep = {
  version: {},
  meta: { application: {}, version: {}, timestamp: {} },
  project: {},
  findings: {
    component: { name: {}, group: {}, version: {}, purl: {} },
    vulnerability: {
      vulnId: {},
      source: {},
      title: {},
      severity: {},
      description: {},
      recommendation: {},
      cweId: {},
      cwes: { cweId: {} },
      aliases: { cveId: {}, ghsaId: {}, osvId: {}, snykId: {}, sonatypeId: {} },
      cvssV2Vector: {},
      cvssV3Vector: {},
      cvssV4Vector: {},
      patchedVersions: {},
    },
    analysis: { state: {}, isSuppressed: {}, justification: {} },
  },
};

/** Dependency-Track's Finding Packaging Format. What was suppressed there is told as such, with the state of its analysis. */
export const dependencyTrackReport: ReportParser = jsonReport({
  id: 'dependency-track',
  title: 'Dependency-Track findings JSON',
  keep,
  recognise: ([report]) =>
    at(report, 'meta', 'application') === 'Dependency-Track' && at(report, 'project') !== undefined,
  read: ({ values: [report], give, problems }) => {
    if (at(report, 'meta') === undefined) return null;
    for (const finding of objectsOf(at(report, 'findings'))) give(resultOf(finding));
    return {
      tool: 'Dependency-Track',
      purposes: ['sca'],
      toolVersion: textOf(at(report, 'meta', 'version')),
      finishedAt: statedInstant(at(report, 'meta', 'timestamp'), 'Dependency-Track meta.timestamp', problems),
    };
  },
});

function resultOf(finding: JsonObject): GivenResult {
  const about = objectOf(finding['vulnerability']);
  const component = objectOf(finding['component']);
  const source = textOf(about['source']);
  const given = textOf(about['vulnId']);
  const id = source === 'NPM' && given !== null ? `npm:${given}` : given;
  const severity = textOf(about['severity']);
  const [group, name] = [textOf(component['group']), textOf(component['name']) ?? 'unnamed'];
  const aliases = objectsOf(about['aliases']).flatMap((alias) =>
    ['cveId', 'ghsaId', 'osvId', 'snykId', 'sonatypeId'].map((member) => textOf(alias[member])),
  );
  return {
    kind: 'component',
    rule: id ?? 'unnamed',
    title: textOf(about['title']) ?? `${id ?? 'A vulnerability'} in ${name}`,
    message: [textOf(about['description']), textOf(about['recommendation'])].filter((part) => part !== null).join('\n'),
    severity: severityOf(severity),
    reportedSeverity: severity,
    component: {
      name: group === null ? name : `${group}/${name}`,
      version: textOf(component['version']),
      purl: textOf(component['purl']),
    },
    vulnerabilities: sameVulnerability(id, aliases),
    weaknesses: [numberOf(about['cweId']), ...objectsOf(about['cwes']).map(({ cweId }) => numberOf(cweId))],
    cvss: ['cvssV4Vector', 'cvssV3Vector', 'cvssV2Vector'].map((member) => textOf(about[member])),
    suppressed:
      at(finding, 'analysis', 'isSuppressed') === true
        ? { where: 'elsewhere', reason: textOf(at(finding, 'analysis', 'state')) }
        : null,
  };
}

const numberOf = (value: JsonValue | undefined): number | null => (typeof value === 'number' ? value : null);
