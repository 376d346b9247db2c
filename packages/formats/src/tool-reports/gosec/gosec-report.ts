// SPDX-License-Identifier: Apache-2.0
import { at, isObject, listOf, objectOf, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../../json/json-value.ts';
import { confidenceOf } from '../confidence-words.ts';
import type { GivenResult } from '../create-result.ts';
import { FirstSeen } from '../first-seen.ts';
import { jsonListReport } from '../json-list-report.ts';
import { numberOf } from '../json-scalars.ts';
import type { ReportParser } from '../report-parser.ts';
import { severityOf } from '../severity-words.ts';

/** The rule about hard-coded credentials. */
const secretRule = 'G101';

/**
 * gosec's JSON (`-fmt json`). A line may be a range (`12-15`); `nosec` marks what a comment silences. What a rule says several
 * times of one line with the same words is one result.
 */
export const gosecReport: ReportParser = jsonListReport({
  id: 'gosec',
  title: 'gosec JSON',
  path: ['Issues'],
  keep: { Issues: {}, 'Golang errors': { '*': {} }, GosecVersion: {}, Stats: { files: {} } },
  recognise: ([value]) => {
    const first = listOf(at(value, 'Issues'))[0];
    const hasStats = typeof at(value, 'Stats', 'nosec') === 'number' && at(value, 'Issues') !== undefined;
    return isObject(at(value, 'Golang errors')) || (hasStats && (first === undefined || isIssue(first)));
  },
  begin: (rest, problems) => {
    if (at(rest, 'Issues') === undefined) return null;
    const errors = Object.keys(objectOf(at(rest, 'Golang errors'))).length;
    if (errors > 0) problems.add(`gosec could not compile ${errors} packages or files`);
    const seen = new FirstSeen();
    const version = textOf(at(rest, 'GosecVersion'));
    return {
      resultsOf: (entry) => (isNew(entry, seen) ? [resultOf(entry)] : []),
      run: () => ({ tool: 'gosec', toolVersion: version === 'dev' ? null : version }),
    };
  },
});

const isIssue = (first: JsonValue): boolean => textOf(at(first, 'rule_id')) !== null;

function isNew({ rule_id: rule, details, file, line, nosec }: JsonObject, seen: FirstSeen): boolean {
  const [start] = (textOf(line) ?? '').split('-');
  return seen.isNew(rule, details, file, start, nosec === true);
}

function resultOf(found: JsonObject): GivenResult {
  const rule = textOf(found['rule_id']) ?? 'unnamed';
  const severity = textOf(found['severity']);
  const [startLine, endLine] = (textOf(found['line']) ?? '').split('-').map((line) => numberOf(line));
  const reasons = objectsOf(found['suppressions']).map(({ justification }) => textOf(justification));
  const isSuppressed = found['nosec'] === true || reasons.length > 0;
  return {
    kind: rule === secretRule ? 'secret' : 'code',
    rule,
    title: textOf(found['details']),
    message: textOf(found['details']),
    severity: severityOf(severity),
    reportedSeverity: severity,
    confidence: confidenceOf(textOf(found['confidence'])),
    places: [
      {
        path: textOf(found['file']),
        startLine: startLine ?? null,
        endLine: endLine ?? null,
        startColumn: numberOf(found['column']),
        snippet: textOf(found['code']),
      },
    ],
    weaknesses: [textOf(at(found, 'cwe', 'id'))],
    suppressed: isSuppressed ? { where: 'source', reason: reasons.find((reason) => reason !== null) } : null,
    help: textOf(at(found, 'cwe', 'url')),
  };
}
