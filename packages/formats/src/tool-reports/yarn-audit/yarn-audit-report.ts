// SPDX-License-Identifier: Apache-2.0
import { ecosystemPackageUrl } from '@plumbline/core/values/purl/ecosystem-package-url';
import { at, isObject, objectOf, textOf, textsOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { type JsonReading, jsonReport } from '../json-report.ts';
import { ghsaIn, installedVersions, npmAdvisoryResult } from '../npm-advisory/npm-advisory.ts';
import type { ReportParser } from '../report-parser.ts';
import { severityOf } from '../severity-words.ts';

/**
 * `yarn audit --json` of yarn 1 and `yarn npm audit --json` of yarn 2 and later, both JSON lines. Yarn 1 repeats an advisory for
 * every path to the package; it is one result, whose version is told when only one is installed.
 */
export const yarnAuditReport: ReportParser = jsonReport({
  id: 'yarn-audit',
  title: 'yarn audit JSON lines',
  keep: 'all',
  recognise: (lines) => lines.length > 0 && (lines.every(isClassicLine) || lines.every(isBerryLine)),
  read: (reading) => {
    const { values } = reading;
    const lines = values.map((value) => objectOf(value));
    if (!lines.some((line) => isClassicLine(line) || isBerryLine(line))) return null;
    giveClassic(lines, reading);
    for (const line of lines) if (isBerryLine(line)) reading.give(berryResult(line));
    return { tool: 'yarn audit', purposes: ['sca'], completed: completed(lines, reading) };
  },
});

const classicTypes: ReadonlySet<string> = new Set(['auditAdvisory', 'auditSummary', 'auditAction']);
const otherTypes: ReadonlySet<string> = new Set([
  'info',
  'warning',
  'error',
  'activityStart',
  'activityEnd',
  'activityTick',
]);

/** The lines before the first advisory are messages, such as `{"type":"info","data":"No lockfile found."}`. */
function isClassicLine(line: JsonValue): boolean {
  const type = textOf(at(line, 'type')) ?? '';
  if (classicTypes.has(type)) return isObject(at(line, 'data'));
  return otherTypes.has(type) && at(line, 'data') !== undefined && Object.keys(objectOf(line)).length === 2;
}

const isBerryLine = (line: JsonValue): boolean =>
  textOf(at(line, 'value')) !== null && at(line, 'children', 'Severity') !== undefined;

function giveClassic(lines: readonly JsonObject[], { give }: JsonReading): void {
  const seen = new Set<string>();
  for (const line of lines) {
    const advisory = at(line, 'data', 'advisory');
    if (line['type'] !== 'auditAdvisory' || !isObject(advisory)) continue;
    const versions = installedVersions(advisory);
    const key = JSON.stringify([advisory['id'], advisory['module_name']]);
    const result = npmAdvisoryResult(advisory, versions.length === 1 ? (versions[0] ?? null) : null);
    if (result === null || seen.has(key)) continue;
    seen.add(key);
    give(result);
  }
}

/** Yarn writes a summary when it has come to its end, and its errors as lines. */
function completed(lines: readonly JsonObject[], { problems }: JsonReading): boolean | null {
  const errors = lines.filter(({ type }) => type === 'error');
  for (const { data } of errors) problems.add(`yarn audit ended with an error: ${textOf(data) ?? 'not said which'}`);
  if (errors.length > 0) return false;
  return lines.some(({ type }) => type === 'auditSummary') ? true : null;
}

function berryResult(line: JsonObject): GivenResult {
  const name = textOf(line['value']);
  const about = objectOf(line['children']);
  const { ID: number } = about;
  const id = typeof number === 'number' ? `npm:${number}` : textOf(number);
  const url = textOf(about['URL']);
  const severity = textOf(about['Severity']);
  const versions = textsOf(about['Tree Versions']);
  const version = versions.length === 1 ? (versions[0] ?? null) : null;
  const range = textOf(about['Vulnerable Versions']);
  const dependents = textsOf(about['Dependents']).slice(0, 10);
  const isDeprecation = id?.endsWith('(deprecation)') === true;
  return {
    kind: 'component',
    rule: ghsaIn(url) ?? (isDeprecation ? 'deprecation' : (id ?? 'advisory')),
    title: textOf(about['Issue']) ?? `Advisory ${id ?? ''} about ${name ?? 'a package'}`,
    message: [
      range === null ? null : `Vulnerable versions: ${range.slice(0, 500)}`,
      versions.length === 0 ? null : `Installed: ${versions.slice(0, 20).join(', ')}`,
      dependents.length === 0 ? null : `Needed by: ${dependents.join(', ')}`,
    ]
      .filter((part) => part !== null)
      .join('\n'),
    severity: severityOf(severity),
    reportedSeverity: severity,
    component: { name, version, purl: ecosystemPackageUrl('npm', name, version) },
    vulnerabilities: isDeprecation ? [] : [ghsaIn(url) ?? id],
    fingerprints: { advisory: id },
    help: url,
  };
}
