// SPDX-License-Identifier: Apache-2.0
import { objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { jsonListReport } from '../json-list-report.ts';
import type { ReportParser } from '../report-parser.ts';

/**
 * TruffleHog's JSON up to version 2: a line a change of a file, in which `stringsFound` and the difference hold the secrets
 * and are not taken over. It names no lines and rates nothing.
 */
export const trufflehogV2Report: ReportParser = jsonListReport({
  id: 'trufflehog-v2',
  title: 'TruffleHog 2 JSON',
  path: 'values',
  keep: {},
  recognise: (values) => objectsOf(values).some((entry) => isSecret(entry)),
  begin: () => ({
    resultsOf: (entry) => (isSecret(entry) ? [resultOf(entry)] : []),
    run: () => ({ tool: 'trufflehog' }),
  }),
});

const isSecret = (entry: JsonObject): boolean =>
  Array.isArray(entry['stringsFound']) && textOf(entry['reason']) !== null;

function resultOf(entry: JsonObject): GivenResult {
  const reason = textOf(entry['reason']);
  return {
    kind: 'secret',
    rule: reason ?? 'unnamed',
    title: reason,
    severity: 'unrated',
    places: [{ path: textOf(entry['path']) }],
    fingerprints: { commit: textOf(entry['commitHash']) },
  };
}
