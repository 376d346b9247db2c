// SPDX-License-Identifier: Apache-2.0
import { statedInstant } from '../../imports/stated-instant.ts';
import { at, isObject, listOf, objectOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { jsonListReport } from '../json-list-report.ts';
import { numberOf } from '../json-scalars.ts';
import type { ReportParser } from '../report-parser.ts';

/**
 * A baseline of detect-secrets: by file, what may be a secret. It holds SHA-1 digests, by which a secret is found again; those
 * stay as fingerprints. A secret that somebody audited as none is told as suppressed. It rates nothing. Before 1.0 a secret is
 * told without its file, which is the member that holds it.
 */
export const detectSecretsReport: ReportParser = jsonListReport({
  id: 'detect-secrets',
  title: 'detect-secrets baseline',
  path: ['results', '*'],
  keep: { version: {}, generated_at: {}, plugins_used: { name: {} }, results: { '*': {} } },
  recognise: ([value]) => isObject(at(value, 'results')) && Array.isArray(at(value, 'plugins_used')),
  begin: (rest, problems) => {
    if (!isObject(at(rest, 'results'))) return null;
    const fileOf = filesByList(at(rest, 'results'));
    return {
      resultsOf: (entry, list) => [resultOf(entry, fileOf.get(list) ?? null)],
      run: () => ({
        tool: 'detect-secrets',
        toolVersion: textOf(at(rest, 'version')),
        finishedAt: statedInstant(at(rest, 'generated_at'), 'detect-secrets: generated_at', problems),
        rules: listOf(at(rest, 'plugins_used')).length,
      }),
    };
  },
});

function filesByList(results: JsonValue | undefined): ReadonlyMap<number, string> {
  return new Map(
    Object.entries(objectOf(results)).flatMap(([file, list]) => {
      const [number] = listOf(list);
      return typeof number === 'number' ? [[number, file] as const] : [];
    }),
  );
}

function resultOf(entry: JsonObject, file: string | null): GivenResult {
  const type = textOf(entry['type']);
  return {
    kind: 'secret',
    rule: type ?? 'unnamed',
    title: type,
    severity: 'unrated',
    confidence: entry['is_verified'] === true || entry['is_secret'] === true ? 'high' : null,
    places: [{ path: textOf(entry['filename']) ?? file, startLine: numberOf(entry['line_number']) }],
    fingerprints: { hashed_secret: textOf(entry['hashed_secret']) },
    suppressed: entry['is_secret'] === false ? { where: 'elsewhere', reason: 'audited as no secret' } : null,
  };
}
