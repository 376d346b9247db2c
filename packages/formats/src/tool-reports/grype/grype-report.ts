// SPDX-License-Identifier: Apache-2.0
import { statedInstant } from '../../imports/stated-instant.ts';
import { at, listOf, objectOf, objectsOf, textOf, textsOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue, Keep } from '../../json/json-value.ts';
import type { GivenPlace, GivenResult } from '../create-result.ts';
import { type JsonReading, jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { sameVulnerability } from '../same-vulnerability.ts';
import { commonSeverities, severityOf, type SeverityWords } from '../severity-words.ts';

/** Grype takes the words of distributions: `Negligible` is Debian's and Ubuntu's for what is a flaw, but hardly matters. */
const severities: SeverityWords = { ...commonSeverities, negligible: 'low' };

const vulnerability: Keep = {
  id: {},
  severity: {},
  description: {},
  dataSource: {},
  cvss: { vector: {} },
  cwes: { cwe: {} },
  fix: { versions: {} },
};
const match: Keep = {
  vulnerability,
  relatedVulnerabilities: { id: {}, description: {}, cvss: { vector: {} }, cwes: { cwe: {} } },
  artifact: { name: {}, version: {}, purl: {}, locations: { path: {} } },
};
const keep: Keep = {
  matches: match,
  ignoredMatches: {
    ...match,
    appliedIgnoreRules: { vulnerability: {}, reason: {}, 'vex-status': {}, 'vex-justification': {} },
  },
  descriptor: { name: {}, version: {}, timestamp: {}, db: { built: {}, status: { built: {} } } },
};

/**
 * Grype's JSON. A match is told once for a vulnerability in a version of a package, with every place of the package. What
 * the user's own rules or VEX documents set aside is told as suppressed; what Grype's built-in rules drop is not told.
 */
export const grypeReport: ReportParser = jsonReport({
  id: 'grype',
  title: 'Grype JSON',
  keep,
  recognise: ([report]) =>
    Array.isArray(at(report, 'matches')) &&
    (at(report, 'descriptor', 'name') === 'grype' || isMatch(listOf(at(report, 'matches'))[0])),
  read: (reading) => {
    const report = objectOf(reading.values[0]);
    if (!Array.isArray(report['matches'])) return null;
    giveMatches(objectsOf(report['matches']), reading);
    giveMatches(objectsOf(report['ignoredMatches']), reading, ignoredBy);
    const { descriptor } = report;
    const built = at(descriptor, 'db', 'status', 'built') ?? at(descriptor, 'db', 'built');
    return {
      tool: 'grype',
      toolVersion: textOf(at(descriptor, 'version')),
      finishedAt: statedInstant(at(descriptor, 'timestamp'), 'Grype descriptor.timestamp', reading.problems),
      databaseAt: statedInstant(built, 'Grype descriptor.db.built', reading.problems),
    };
  },
});

/** Tools that grew out of Grype write matches with an artifact too, but about other things than vulnerabilities. */
const isMatch = (first: JsonValue | undefined): boolean =>
  textOf(at(first, 'vulnerability', 'id')) !== null && at(first, 'artifact') !== undefined;

type Suppression = NonNullable<GivenResult['suppressed']>;

function giveMatches(
  matches: readonly JsonObject[],
  { give, problems }: JsonReading,
  suppressionOf?: (match: JsonObject) => Suppression | null,
): void {
  const found = new Map<string, { readonly result: GivenResult; readonly places: GivenPlace[] }>();
  for (const match of matches) {
    const id = textOf(at(match, 'vulnerability', 'id'));
    const name = textOf(at(match, 'artifact', 'name'));
    const suppressed = suppressionOf?.(match);
    if (suppressed === null) continue;
    if (id === null || name === null) {
      problems.add('Grype matches: one without vulnerability.id or artifact.name');
      continue;
    }
    const key = JSON.stringify([id, name, textOf(at(match, 'artifact', 'version'))]);
    const known = found.get(key) ?? { result: { ...resultOf(match, id, name), suppressed }, places: [] };
    for (const { path } of objectsOf(at(match, 'artifact', 'locations'))) known.places.push({ path: textOf(path) });
    found.set(key, known);
  }
  for (const { result, places } of found.values())
    give({ ...result, component: { name: null, ...result.component, path: places[0]?.path }, places });
}

function resultOf(found: JsonObject, id: string, name: string): GivenResult {
  const about = objectOf(found['vulnerability']);
  const related = objectsOf(found['relatedVulnerabilities']);
  const records = [about, ...related];
  const severity = textOf(about['severity']);
  return {
    kind: 'component',
    rule: id,
    title: `${id} in ${name}`,
    message: textOf(about['description']) ?? textOf(related[0]?.['description']),
    severity: severityOf(severity, severities),
    reportedSeverity: severity,
    component: { name, version: textOf(at(found, 'artifact', 'version')), purl: textOf(at(found, 'artifact', 'purl')) },
    vulnerabilities: sameVulnerability(
      id,
      related.map((record) => textOf(record['id'])),
    ),
    weaknesses: records.flatMap(({ cwes }) => objectsOf(cwes).map(({ cwe }) => textOf(cwe))),
    cvss: records.flatMap(({ cvss }) => objectsOf(cvss).map(({ vector }) => textOf(vector))),
    fixedVersions: textsOf(at(about, 'fix', 'versions')),
    help: textOf(about['dataSource']),
  };
}

/** Null: no rule of the user's, such as those that drop kernel headers. */
function ignoredBy(found: JsonObject): Suppression | null {
  for (const rule of objectsOf(found['appliedIgnoreRules'])) {
    const status = textOf(rule['vex-status']);
    if (textOf(rule['vulnerability']) === null && status === null) continue;
    return {
      where: 'elsewhere',
      reason:
        textOf(rule['reason']) ??
        ([status, textOf(rule['vex-justification'])].filter((text) => text !== null).join(': ') || null),
    };
  }
  return null;
}
