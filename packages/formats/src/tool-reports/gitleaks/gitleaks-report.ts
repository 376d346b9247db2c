// SPDX-License-Identifier: Apache-2.0
import { at, listOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { jsonListReport } from '../json-list-report.ts';
import { numberOf } from '../json-scalars.ts';
import type { ReportParser } from '../report-parser.ts';

/**
 * Gitleaks' JSON of every version: a list of leaks, with members in capitals since 8. What it found, the line around it, the
 * people and the message of the commit are not taken over. A walk over the history meets the same secret on the same line in
 * every commit that carries it on: that is one result, with the commit that is listed first. Gitleaks rates nothing: unrated.
 */
export const gitleaksReport: ReportParser = jsonListReport({
  id: 'gitleaks',
  title: 'Gitleaks JSON',
  path: [],
  keep: {},
  recognise: ([value]) => {
    const [leak] = listOf(value);
    const isCurrent = textOf(at(leak, 'RuleID')) !== null && at(leak, 'Secret') !== undefined;
    return isCurrent || (textOf(at(leak, 'offender')) !== null && textOf(at(leak, 'rule')) !== null);
  },
  // Until 8.3 a report without leaks was `null`.
  begin: (rest) => {
    if (!Array.isArray(rest) && rest !== null) return null;
    const seen = new Set<string>();
    return {
      resultsOf: (leak) => (isNew(leak, seen) ? [resultOf(leak)] : []),
      run: () => ({ tool: 'gitleaks' }),
    };
  },
});

/** As many places are remembered; beyond, what comes again is told again. */
const seenMax = 50_000;
const keyMax = 500;

function isNew(leak: JsonObject, seen: Set<string>): boolean {
  const [rule, path, line, secret] = [
    leak['RuleID'] ?? leak['rule'],
    leak['File'] ?? leak['file'],
    leak['StartLine'] ?? leak['lineNumber'],
    leak['Secret'] ?? leak['offender'],
  ];
  const key = JSON.stringify([rule, path, line, secret]);
  if (seen.has(key)) return false;
  if (seen.size < seenMax && key.length <= keyMax) seen.add(key);
  return true;
}

function resultOf(leak: JsonObject): GivenResult {
  const name = textOf(leak['Description']) ?? textOf(leak['rule']);
  return {
    kind: 'secret',
    rule: textOf(leak['RuleID']) ?? textOf(leak['rule']) ?? 'unnamed',
    title: name,
    severity: 'unrated',
    places: [
      {
        path: textOf(leak['File']) ?? textOf(leak['file']),
        startLine: numberOf(leak['StartLine'] ?? leak['lineNumber']),
        endLine: numberOf(leak['EndLine']),
        startColumn: numberOf(leak['StartColumn']),
      },
    ],
    fingerprints: {
      fingerprint: textOf(leak['Fingerprint']),
      commit: textOf(leak['Commit']) ?? textOf(leak['commit']),
    },
  };
}
