// SPDX-License-Identifier: Apache-2.0
import { at, listOf, objectOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { githubDecision } from '../github-decision.ts';
import { jsonListReport } from '../json-list-report.ts';
import { numberOf } from '../json-scalars.ts';
import type { ReportParser } from '../report-parser.ts';

/**
 * Secret scanning alerts of GitHub's REST API. The secret is not taken over. Where it stands is told only by those who asked
 * for the first location as well. GitHub rates nothing, but tells whether the secret works (`validity`).
 */
export const githubSecretScanningReport: ReportParser = jsonListReport({
  id: 'github-secret-scanning',
  title: 'GitHub secret scanning alerts',
  path: [],
  keep: {},
  recognise: ([value]) => textOf(at(listOf(value)[0], 'secret_type')) !== null,
  begin: (rest) =>
    Array.isArray(rest)
      ? {
          resultsOf: (alert) => [resultOf(alert)],
          run: () => ({ tool: 'GitHub secret scanning', purposes: ['secret-scan'] }),
        }
      : null,
});

function resultOf(alert: JsonObject): GivenResult {
  const type = textOf(alert['secret_type']) ?? 'unnamed';
  const location = objectOf(alert['first_location_detected']);
  return {
    kind: 'secret',
    rule: type,
    title: textOf(alert['secret_type_display_name']),
    severity: 'unrated',
    confidence: alert['validity'] === 'active' ? 'high' : null,
    places: [{ path: textOf(location['path']), startLine: numberOf(location['start_line']) }],
    fingerprints: { alert: textOf(alert['html_url']) },
    ...githubDecision(alert),
    help: textOf(alert['html_url']),
  };
}
