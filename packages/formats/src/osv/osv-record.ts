// SPDX-License-Identifier: Apache-2.0
import type { Advisory, Informational } from '@plumbline/core/vulnerabilities/advisory';
import { parseInstant } from '../imports/parse-instant.ts';
import { createProblems, type Problems } from '../imports/problems.ts';
import { at, listOf, objectOf, objectsOf, textOf, textsOf } from '../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';
import { affectedPackages } from './osv-affected.ts';

/** An advisory with what is wrong in its record; or why the record cannot be used at all. */
export type OsvRecord =
  | { readonly state: 'read'; readonly advisory: Advisory; readonly problems: readonly string[] }
  | { readonly state: 'refused'; readonly id: string | null; readonly because: string };

const idPattern = /^[A-Za-z][\w.:+-]{2,127}$/;
const listMax = 500;
const summaryMax = 200;
const words: { readonly [word: string]: Advisory['severity'] } = {
  negligible: 'low',
  low: 'low',
  moderate: 'medium',
  medium: 'medium',
  important: 'high',
  high: 'high',
  critical: 'critical',
};
const informationals: ReadonlySet<string> = new Set<Informational>(['unmaintained', 'unsound', 'notice']);

/**
 * One record of the OSV schema (1.0 to 1.7), as JSON or YAML gives it. A record without an id or a time of change, or
 * with a range that cannot be understood, is refused: half of it could say that a component is safe which is not.
 */
export function readOsvRecord(value: JsonValue | undefined): OsvRecord {
  const record = objectOf(value);
  const id = textOf(record['id']);
  if (id === null || !idPattern.test(id)) return refused(null, 'OSV id: missing, or no identifier');
  const problems = createProblems();
  const modifiedAt = parseInstant(textOf(record['modified']))?.at;
  if (modifiedAt === undefined) return refused(id, 'OSV modified: missing, or no time');
  const affected = affectedPackages(record['affected'], problems);
  if (affected.state === 'refused') return refused(id, affected.because);
  const advisory: Advisory = {
    id,
    aliases: ids(record['aliases'], 'aliases', problems),
    upstream: ids(record['upstream'], 'upstream', problems),
    summary: summaryOf(record),
    modifiedAt,
    publishedAt: parseInstant(textOf(record['published']))?.at ?? null,
    withdrawnAt: withdrawnAt(record, modifiedAt, problems),
    cvss: vectorsOf(record),
    severity: severityOf(record),
    informational: informationalOf(record),
    weaknesses: weaknessesOf(record),
    affected: affected.packages,
  };
  return { state: 'read', advisory, problems: problems.list() };
}

const refused = (id: string | null, because: string): OsvRecord => ({ state: 'refused', id, because });

function ids(value: JsonValue | undefined, member: string, problems: Problems): readonly string[] {
  const all = [...new Set(textsOf(value))];
  const good = all.filter((id) => idPattern.test(id)).slice(0, listMax);
  if (good.length < all.length) problems.add(`OSV ${member}: ${all.length - good.length} are no identifiers`);
  return good;
}

/** A withdrawal that has no time is one all the same: as of the last change. */
function withdrawnAt(record: JsonObject, modifiedAt: string, problems: Problems): string | null {
  const { withdrawn } = record;
  if (withdrawn === undefined || withdrawn === null) return null;
  const instant = parseInstant(textOf(withdrawn));
  if (instant === null) problems.add('OSV withdrawn: no time');
  return instant?.at ?? modifiedAt;
}

function summaryOf(record: JsonObject): string | null {
  const text = textOf(record['summary']) ?? textOf(record['details']);
  const line = text?.split('\n', 1)[0]?.trim() ?? '';
  return line === '' ? null : line.slice(0, summaryMax).toWellFormed().trimEnd();
}

/** Every object that can hold a severity: the record, and each affected package. */
function severities(record: JsonObject): readonly JsonObject[] {
  return [record, ...objectsOf(record['affected'])].flatMap(({ severity }) => objectsOf(severity)).slice(0, listMax);
}

function vectorsOf(record: JsonObject): readonly string[] {
  const vectors = severities(record).flatMap(({ type, score }) => {
    const vector = textOf(score);
    return textOf(type)?.startsWith('CVSS_') === true && vector !== null && vector.length <= 300 ? [vector] : [];
  });
  return [...new Set(vectors)];
}

function severityOf(record: JsonObject): Advisory['severity'] {
  const stated = [
    at(record, 'database_specific', 'severity'),
    at(record, 'ecosystem_specific', 'severity'),
    ...severities(record)
      .filter(({ type }) => textOf(type)?.startsWith('CVSS_') !== true)
      .map(({ score }) => score),
    ...objectsOf(record['affected']).map((entry) => at(entry, 'ecosystem_specific', 'severity')),
  ];
  for (const word of stated) {
    const key = textOf(word)?.toLowerCase() ?? '';
    if (Object.hasOwn(words, key)) return words[key] ?? null;
  }
  return null;
}

/** RustSec marks every affected package; the first mark speaks for the advisory. */
function informationalOf(record: JsonObject): Informational | null {
  for (const entry of objectsOf(record['affected'])) {
    const word = textOf(at(entry, 'database_specific', 'informational'));
    if (word !== null) return informationals.has(word) ? (word as Informational) : 'notice';
  }
  return null;
}

function weaknessesOf(record: JsonObject): readonly string[] {
  const stated = [
    ...listOf(at(record, 'database_specific', 'cwe_ids')),
    ...objectsOf(at(record, 'database_specific', 'cwes')).map(({ cweId }) => cweId),
  ];
  const weaknesses = stated.flatMap((entry) => /^CWE-\d{1,6}$/i.exec(textOf(entry) ?? '')?.[0].toUpperCase() ?? []);
  return [...new Set(weaknesses)].slice(0, listMax);
}
