// SPDX-License-Identifier: Apache-2.0
import type { ToolPurpose } from '@plumbline/core/facts/ci-pipelines';
import type { ResultKind } from '@plumbline/core/findings/tool-result';
import type { Problems } from '../../imports/problems.ts';
import { statedInstant } from '../../imports/stated-instant.ts';
import { at, isObject, listOf, objectOf, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue, Keep } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { sameVulnerability } from '../same-vulnerability.ts';
import { severityOf } from '../severity-words.ts';

const keep: Keep = {
  version: {},
  schema: {},
  scan: { type: {}, status: {}, start_time: {}, end_time: {}, scanner: { id: {}, name: {}, version: {} } },
  remediations: {},
  vulnerabilities: {
    id: {},
    category: {},
    name: {},
    message: {},
    description: {},
    severity: {},
    confidence: {},
    solution: {},
    cvss_vectors: { vector: {} },
    identifiers: { type: {}, name: {}, value: {}, url: {} },
    location: {
      file: {},
      start_line: {},
      end_line: {},
      class: {},
      method: {},
      hostname: {},
      path: {},
      param: {},
      image: {},
      dependency: { package: { name: {} }, version: {} },
    },
    flags: { type: {}, description: {} },
  },
};

type ScanType = { readonly kind: ResultKind; readonly purpose: ToolPurpose };

/** `scan.type` of GitLab's security report schemas. */
const types: { readonly [type: string]: ScanType } = {
  dependency_scanning: { kind: 'component', purpose: 'sca' },
  container_scanning: { kind: 'component', purpose: 'sca' },
  cluster_image_scanning: { kind: 'component', purpose: 'sca' },
  sast: { kind: 'code', purpose: 'sast' },
  secret_detection: { kind: 'secret', purpose: 'secret-scan' },
  dast: { kind: 'dynamic', purpose: 'dast' },
  api_fuzzing: { kind: 'dynamic', purpose: 'fuzzing' },
  coverage_fuzzing: { kind: 'code', purpose: 'fuzzing' },
};

const confidences: { readonly [word: string]: 'high' | 'medium' | 'low' } = {
  confirmed: 'high',
  high: 'high',
  medium: 'medium',
  low: 'low',
  experimental: 'low',
};

/** GitLab's security reports of all kinds (dependencies, containers, code, secrets, DAST): they share one schema. */
export const gitlabReport: ReportParser = jsonReport({
  id: 'gitlab',
  title: 'GitLab security report',
  keep,
  recognise: ([report]) => typeOf(report) !== null || isListOfFindings(report),
  read: ({ values: [report], give, problems }) => {
    if (!Array.isArray(at(report, 'vulnerabilities'))) return null;
    const found = objectsOf(at(report, 'vulnerabilities'));
    const type = typeOf(report) ?? scanType(textOf(found[0]?.['category']));
    for (const one of found) give(resultOf(one, type?.kind ?? kindOf(one)));
    const status = textOf(at(report, 'scan', 'status'));
    return {
      tool: textOf(at(report, 'scan', 'scanner', 'name')) ?? 'GitLab',
      toolVersion: textOf(at(report, 'scan', 'scanner', 'version')),
      ...(type === null ? {} : { purposes: [type.purpose] }),
      completed: status === null ? null : status === 'success',
      startedAt: utcOf(at(report, 'scan', 'start_time'), 'GitLab scan.start_time', problems),
      finishedAt: utcOf(at(report, 'scan', 'end_time'), 'GitLab scan.end_time', problems),
    };
  },
});

const scanType = (type: string | null): ScanType | null =>
  type !== null && Object.hasOwn(types, type) ? (types[type] ?? null) : null;

const typeOf = (report: JsonValue | undefined): ScanType | null =>
  Array.isArray(at(report, 'vulnerabilities')) ? scanType(textOf(at(report, 'scan', 'type'))) : null;

/** Before schema 14 a report had no `scan`. */
function isListOfFindings(report: JsonValue | undefined): boolean {
  const [first] = listOf(at(report, 'vulnerabilities'));
  if (first === undefined)
    return Array.isArray(at(report, 'vulnerabilities')) && Array.isArray(at(report, 'remediations'));
  return Array.isArray(at(first, 'identifiers')) && isObject(at(first, 'location'));
}

function kindOf(one: JsonObject): ResultKind {
  if (isObject(at(one, 'location', 'dependency'))) return 'component';
  return textOf(at(one, 'location', 'hostname')) === null ? 'code' : 'dynamic';
}

/** The schema asks for UTC without a zone. */
function utcOf(value: JsonValue | undefined, clause: string, problems: Problems): string | null {
  const text = textOf(value);
  return text === null ? null : statedInstant(/[Z+]|-\d\d:/.test(text) ? text : `${text}Z`, clause, problems);
}

const lineOf = (value: JsonValue | undefined): number | null => (typeof value === 'number' ? value : null);

function resultOf(one: JsonObject, kind: ResultKind): GivenResult {
  const identifiers = objectsOf(one['identifiers']);
  const location = objectOf(one['location']);
  const severity = textOf(one['severity']);
  const confidence = textOf(one['confidence'])?.toLowerCase() ?? '';
  const [first] = identifiers;
  return {
    kind,
    rule: textOf(first?.['value']) ?? textOf(first?.['name']) ?? textOf(one['id']) ?? 'unnamed',
    title: textOf(one['name']) ?? textOf(one['message']) ?? textOf(one['description']),
    message: [textOf(one['description']), textOf(one['solution'])].filter((part) => part !== null).join('\n'),
    severity: severityOf(severity),
    reportedSeverity: severity,
    confidence: Object.hasOwn(confidences, confidence) ? confidences[confidence] : null,
    vulnerabilities: kind === 'component' ? vulnerabilitiesOf(one, identifiers) : [],
    weaknesses: identifiers
      .filter(({ type }) => type === 'cwe')
      .map(({ value, name }) => textOf(value) ?? textOf(name)),
    cvss: objectsOf(one['cvss_vectors']).map(({ vector }) => textOf(vector)),
    fingerprints: { gitlab: textOf(one['id']) },
    help: identifiers.map(({ url }) => textOf(url)).find((url) => url !== null),
    ...placeOf(location, kind),
  };
}

function vulnerabilitiesOf(one: JsonObject, identifiers: readonly JsonObject[]): readonly string[] {
  const ids = identifiers.flatMap(({ type, value, name }) => {
    const id = textOf(name) ?? textOf(value);
    return ['cve', 'ghsa', 'osvdb', 'gemnasium'].includes(textOf(type) ?? '') && id !== null ? [id] : [];
  });
  const [id = textOf(one['id'])] = ids;
  return sameVulnerability(id ?? null, ids.slice(1));
}

function placeOf(location: JsonObject, kind: ResultKind): Partial<GivenResult> {
  const path = textOf(location['file']);
  if (kind === 'component')
    return {
      component: {
        name: textOf(at(location, 'dependency', 'package', 'name')) ?? textOf(location['image']) ?? path ?? 'unnamed',
        version: textOf(at(location, 'dependency', 'version')),
        path,
      },
    };
  const host = textOf(location['hostname']);
  if (kind === 'dynamic')
    return {
      web: {
        url: `${host ?? ''}${textOf(location['path']) ?? ''}`,
        method: textOf(location['method']),
        parameter: textOf(location['param']),
      },
    };
  const symbol = [textOf(location['class']), textOf(location['method'])].filter((part) => part !== null).join('.');
  return {
    places: [{ path, startLine: lineOf(location['start_line']), endLine: lineOf(location['end_line']), symbol }],
  };
}
