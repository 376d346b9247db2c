// SPDX-License-Identifier: Apache-2.0
import { isObject, listOf, objectOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { FirstSeen } from '../first-seen.ts';
import { jsonListReport } from '../json-list-report.ts';
import { numberOf } from '../json-scalars.ts';
import type { ReportParser } from '../report-parser.ts';

/**
 * TruffleHog's JSON since version 3: a line a secret. `Raw`, `RawV2`, `Redacted` (which often is half of it), `ExtraData` and
 * the people are not taken over. A secret that is told again of the same line and commit (decoders overlap) is one result. It
 * rates nothing, but tells whether the secret still works.
 */
export const trufflehogReport: ReportParser = jsonListReport({
  id: 'trufflehog',
  title: 'TruffleHog JSON',
  path: 'values',
  keep: {},
  recognise: (values) => values.some((value) => isObject(value) && (isSecret(value) || isLogLine(value))),
  begin: () => {
    const seen = new FirstSeen();
    return {
      resultsOf: (entry) => (isSecret(entry) && isNew(entry, seen) ? [resultOf(entry)] : []),
      run: () => ({ tool: 'trufflehog' }),
    };
  },
});

/** Its log is written in the same form, and lands in the file when both streams are sent there. */
const isLogLine = ({ logger, level, msg }: JsonObject): boolean =>
  logger === 'trufflehog' && level !== undefined && textOf(msg) !== null;

function isNew(entry: JsonObject, seen: FirstSeen): boolean {
  const { file, line, commit } = sourceOf(entry['SourceMetadata']);
  return seen.isNew(entry['DetectorName'], file, line, commit, entry['Raw'], entry['RawV2']);
}

const isSecret = (entry: JsonObject): boolean =>
  isObject(entry['SourceMetadata']) && textOf(entry['DetectorName']) !== null;

function resultOf(entry: JsonObject): GivenResult {
  const detector = textOf(entry['DetectorName']) ?? 'unnamed';
  const isVerified = entry['Verified'] === true;
  const source = sourceOf(entry['SourceMetadata']);
  return {
    kind: 'secret',
    rule: detector,
    title: `${detector} ${isVerified ? 'secret that works' : 'secret'}`,
    message: textOf(entry['DetectorDescription']),
    severity: 'unrated',
    confidence: isVerified ? 'high' : null,
    places: [{ path: textOf(source['file']), startLine: numberOf(source['line']) }],
    fingerprints: { commit: textOf(source['commit']) },
    help: textOf(objectOf(entry['ExtraData'])['rotation_guide']),
  };
}

/** What it says of the place has the name of the kind of source: `Git`, `Filesystem`, `Github` … */
function sourceOf(metadata: JsonValue | undefined): JsonObject {
  const [source] = listOf(Object.values(objectOf(objectOf(metadata)['Data'])));
  return objectOf(source);
}
