// SPDX-License-Identifier: Apache-2.0
import { at, listOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { FirstSeen } from '../first-seen.ts';
import { jsonListReport } from '../json-list-report.ts';
import { numberOf } from '../json-scalars.ts';
import type { ReportParser } from '../report-parser.ts';

/**
 * Gitleaks' JSON of every version: a list of leaks, with members in capitals since 8. What it found, the line around it, the
 * people and the message of the commit are not taken over. A walk over the history meets the same secret on the same line in
 * every commit that carries it on: that is one result, with the commit that is listed first. Until 7 it is also listed for
 * every rule that matches it, which 8 decides itself. Gitleaks rates nothing: unrated.
 */
export const gitleaksReport: ReportParser = jsonListReport({
  id: 'gitleaks',
  title: 'Gitleaks JSON',
  path: [],
  keep: {},
  recognise: ([value]) => {
    const [leak] = listOf(value);
    const isCurrent = textOf(at(leak, 'RuleID')) !== null && at(leak, 'Secret') !== undefined;
    return isCurrent || (textOf(at(leak, 'offender')) !== null && oldRuleOf(leak) !== null);
  },
  // Until 8.3 a report without leaks was `null`.
  begin: (rest) => {
    if (!Array.isArray(rest) && rest !== null) return null;
    const seen = new FirstSeen();
    return {
      resultsOf: (leak) => (isNew(leak, seen) ? [resultOf(leak)] : []),
      run: () => ({ tool: 'gitleaks' }),
    };
  },
});

/** `reason` until 1. */
const oldRuleOf = (leak: JsonValue | undefined): string | null =>
  textOf(at(leak, 'rule')) ?? textOf(at(leak, 'reason'));

function isNew(leak: JsonObject, seen: FirstSeen): boolean {
  const { offender } = leak;
  return offender === undefined
    ? seen.isNew(leak['RuleID'], leak['File'], leak['StartLine'], leak['Secret'])
    : seen.isNew(offender, leak['file'], leak['lineNumber']);
}

function resultOf(leak: JsonObject): GivenResult {
  const name = textOf(leak['Description']) ?? oldRuleOf(leak);
  return {
    kind: 'secret',
    rule: textOf(leak['RuleID']) ?? oldRuleOf(leak) ?? 'unnamed',
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
