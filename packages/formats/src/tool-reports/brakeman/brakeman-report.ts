// SPDX-License-Identifier: Apache-2.0
import type { Severity } from '@plumbline/core/findings/severity';
import { statedInstant } from '../../imports/stated-instant.ts';
import { at, isObject, listOf, objectOf, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject } from '../../json/json-value.ts';
import { confidenceOf } from '../confidence-words.ts';
import type { GivenResult } from '../create-result.ts';
import { gatherPlaces } from '../gather-places.ts';
import { jsonReport } from '../json-report.ts';
import { numberOf, oneOrMany } from '../json-scalars.ts';
import type { ReportParser } from '../report-parser.ts';
import { vulnerabilityIds } from '../vulnerability-ids.ts';

const warning = {
  warning_type: {},
  check_name: {},
  message: {},
  file: {},
  line: {},
  link: {},
  code: {},
  location: { class: {}, method: {}, controller: {}, template: {}, type: {} },
  fingerprint: {},
  confidence: {},
  cwe_id: {},
  note: {},
} as const;

/**
 * Brakeman rates confidence and no severity ("Confidence levels" of its documentation); nobody rated the severity of what it
 * finds.
 */
const severity: Severity = 'unrated';

/**
 * Brakeman's JSON. A fingerprint, by which its ignore file names a warning too, is one result with every place that has it;
 * warnings that the ignore file names are told as suppressed, with their note.
 */
export const brakemanReport: ReportParser = jsonReport({
  id: 'brakeman',
  title: 'Brakeman JSON',
  keep: {
    scan_info: { brakeman_version: {}, start_time: {}, end_time: {}, checks_performed: {} },
    warnings: warning,
    ignored_warnings: warning,
    errors: { error: {} },
  },
  recognise: ([value]) => textOf(at(value, 'scan_info', 'brakeman_version')) !== null,
  read: ({ values: [value], give, problems }) => {
    if (!isObject(value) || !Array.isArray(value['warnings'])) return null;
    const warnings = objectsOf(value['warnings']).map((found) => resultOf(found));
    for (const result of gatherPlaces(warnings, 'fingerprint')) give(result);
    for (const found of objectsOf(value['ignored_warnings']))
      give({ ...resultOf(found), suppressed: { where: 'elsewhere', reason: textOf(found['note']) } });
    const errors = objectsOf(value['errors']).length;
    if (errors > 0) problems.add(`Brakeman tells of ${errors} errors while it ran`);
    const info = objectOf(value['scan_info']);
    return {
      tool: 'brakeman',
      toolVersion: textOf(info['brakeman_version']),
      startedAt: statedInstant(info['start_time'], 'Brakeman: start_time', problems),
      finishedAt: statedInstant(info['end_time'], 'Brakeman: end_time', problems),
      rules: listOf(info['checks_performed']).length,
    };
  },
});

function resultOf(found: JsonObject): GivenResult {
  const location = objectOf(found['location']);
  const confidence = textOf(found['confidence']);
  const message = textOf(found['message']);
  return {
    kind: 'code',
    rule: textOf(found['check_name']) ?? textOf(found['warning_type']) ?? 'unnamed',
    title: textOf(found['warning_type']),
    message,
    severity,
    confidence: confidenceOf(confidence?.toLowerCase() === 'weak' ? 'low' : confidence),
    places: [
      {
        path: textOf(found['file']),
        startLine: numberOf(found['line']),
        snippet: textOf(found['code']),
        symbol: symbolOf(location),
      },
    ],
    vulnerabilities: vulnerabilityIds(message),
    weaknesses: [...oneOrMany(found['cwe_id']), ...listOf(found['cwe_id']).map((id) => numberOf(id))],
    fingerprints: { fingerprint: textOf(found['fingerprint']) },
    help: textOf(found['link']),
  };
}

function symbolOf(location: JsonObject): string | null {
  const owner = textOf(location['class']) ?? textOf(location['controller']) ?? textOf(location['template']);
  const method = textOf(location['method']);
  return owner === null || method === null ? (owner ?? method) : `${owner}#${method}`;
}
