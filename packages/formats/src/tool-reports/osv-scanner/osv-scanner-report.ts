// SPDX-License-Identifier: Apache-2.0
import type { Severity } from '@plumbline/core/findings/severity';
import { ecosystemPackageUrl } from '@plumbline/core/values/purl/ecosystem-package-url';
import { at, isObject, listOf, objectOf, objectsOf, textOf, textsOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue, Keep } from '../../json/json-value.ts';
import { type JsonReading, jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { sameVulnerability } from '../same-vulnerability.ts';
import { severityOf } from '../severity-words.ts';

const keep: Keep = {
  results: {
    source: { path: {}, type: {} },
    packages: {
      package: { name: {}, version: {}, ecosystem: {}, commit: {} },
      vulnerabilities: {
        id: {},
        aliases: {},
        summary: {},
        details: {},
        severity: { type: {}, score: {} },
        database_specific: { severity: {}, cwe_ids: {}, cwes: { cweId: {} } },
        affected: {
          package: { name: {}, ecosystem: {}, purl: {} },
          ranges: { type: {}, events: { fixed: {} } },
          database_specific: { cwes: { cweId: {} } },
          severity: { type: {}, score: {} },
        },
      },
      groups: { ids: {}, aliases: {}, max_severity: {}, experimental_analysis: 'all' },
    },
  },
};

/** OSV-Scanner's JSON: one result for an OSV record of a package. Records of one vulnerability name each other as aliases. */
export const osvScannerReport: ReportParser = jsonReport({
  id: 'osv-scanner',
  title: 'OSV-Scanner JSON',
  keep,
  recognise: ([report]) => {
    const first = listOf(at(report, 'results'))[0];
    if (first === undefined) return isEmptyList(at(report, 'results')) && isObject(at(report, 'experimental_config'));
    return at(first, 'source', 'type') !== undefined && Array.isArray(at(first, 'packages'));
  },
  read: ({ values: [report], give, problems }) => {
    const { results } = objectOf(report);
    if (results !== null && !Array.isArray(results)) return null;
    for (const result of objectsOf(results))
      for (const entry of objectsOf(result['packages']))
        givePackage(entry, textOf(at(result, 'source', 'path')), { give, problems });
    return { tool: 'osv-scanner' };
  },
});

const isEmptyList = (value: JsonValue | undefined): boolean => value === null || Array.isArray(value);

function givePackage(
  entry: JsonObject,
  path: string | null,
  { give, problems }: Pick<JsonReading, 'give' | 'problems'>,
): void {
  const name = textOf(at(entry, 'package', 'name'));
  const version = textOf(at(entry, 'package', 'version'));
  const ecosystem = textOf(at(entry, 'package', 'ecosystem'));
  const groups = new Map(
    objectsOf(entry['groups']).flatMap((one) => textsOf(one['ids']).map((id) => [id, one] as const)),
  );
  for (const record of objectsOf(entry['vulnerabilities'])) {
    const id = textOf(record['id']);
    if (id === null) {
      problems.add('OSV-Scanner vulnerabilities: one without an id');
      continue;
    }
    const group = groups.get(id);
    const affected = objectsOf(record['affected']).filter((one) => isAbout(one, name, ecosystem));
    const { severity, reportedSeverity } = severityIn(record, group);
    give({
      kind: 'component',
      rule: id,
      title: textOf(record['summary']) ?? `${id} in ${name ?? 'a commit'}`,
      message: textOf(record['details']),
      severity,
      reportedSeverity,
      component: {
        name: name ?? textOf(at(entry, 'package', 'commit')) ?? 'commit',
        version,
        purl: ecosystemPackageUrl(ecosystem, name, version),
        path,
      },
      vulnerabilities: sameVulnerability(id, [...textsOf(record['aliases']), ...textsOf(group?.['aliases'])]),
      weaknesses: weaknessesOf(record),
      cvss: [record, ...affected].flatMap((one) =>
        objectsOf(one['severity']).map(({ score }) => vectorOf(textOf(score))),
      ),
      fixedVersions: affected.flatMap(fixedIn),
      ...(isUncalled(group, id) ? { confidence: 'low' as const } : {}),
    });
  }
}

const isAbout = (affected: JsonObject, name: string | null, ecosystem: string | null): boolean =>
  textOf(at(affected, 'package', 'name')) === name && textOf(at(affected, 'package', 'ecosystem')) === ecosystem;

const fixedIn = (affected: JsonObject): readonly string[] =>
  objectsOf(affected['ranges']).flatMap((range) =>
    range['type'] === 'GIT' ? [] : objectsOf(range['events']).flatMap(({ fixed }) => textOf(fixed) ?? []),
  );

const vectorOf = (score: string | null): string | null => (score?.includes('/') === true ? score : null);

function weaknessesOf(record: JsonObject): readonly (string | null)[] {
  const listed = [record, ...objectsOf(record['affected'])].flatMap((one) =>
    objectsOf(at(one, 'database_specific', 'cwes')).map(({ cweId }) => textOf(cweId)),
  );
  return [...textsOf(at(record, 'database_specific', 'cwe_ids')), ...listed];
}

/** The word of the database, else the qualitative rating (CVSS v3.1 §5) of the highest score that the tool computed. */
function severityIn(
  record: JsonObject,
  group: JsonObject | undefined,
): { readonly severity: Severity; readonly reportedSeverity: string | null } {
  const word = textOf(at(record, 'database_specific', 'severity'));
  if (word !== null) return { severity: severityOf(word), reportedSeverity: word };
  return { severity: 'unrated', reportedSeverity: textOf(group?.['max_severity']) };
}

/** Call analysis says that the vulnerable code is not reached. */
const isUncalled = (group: JsonObject | undefined, id: string): boolean =>
  at(group, 'experimental_analysis', id, 'called') === false;
