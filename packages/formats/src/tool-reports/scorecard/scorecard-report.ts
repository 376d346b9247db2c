// SPDX-License-Identifier: Apache-2.0
import { statedInstant } from '../../imports/stated-instant.ts';
import { at, listOf, objectsOf, textOf, textsOf } from '../../json/json-fields.ts';
import type { JsonObject, Keep } from '../../json/json-value.ts';
import type { GivenPlace, GivenResult } from '../create-result.ts';
import { jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { riskOfCheck } from './risk-of-check.ts';

const keep: Keep = {
  date: {},
  repo: { name: {}, commit: {} },
  scorecard: { version: {} },
  score: {},
  checks: { name: {}, score: {}, reason: {}, details: {}, documentation: { short: {}, url: {} } },
};

/**
 * OpenSSF Scorecard's JSON: one result for every check that has not its full score of 10. A check that could not be made
 * (-1) is a problem of the run.
 */
export const scorecardReport: ReportParser = jsonReport({
  id: 'scorecard',
  title: 'OpenSSF Scorecard JSON',
  keep,
  recognise: ([report]) =>
    textOf(at(report, 'repo', 'name')) !== null &&
    at(report, 'scorecard', 'version') !== undefined &&
    typeof at(listOf(at(report, 'checks'))[0], 'score') === 'number',
  read: ({ values: [report], give, problems }) => {
    if (!Array.isArray(at(report, 'checks'))) return null;
    const checks = objectsOf(at(report, 'checks'));
    for (const check of checks) {
      const name = textOf(check['name']);
      const { score } = check;
      if (name === null || typeof score !== 'number') problems.add('Scorecard checks: one without its name or score');
      else if (score < 0) problems.add(`Scorecard ${name}: not assessed: ${textOf(check['reason']) ?? 'not said why'}`);
      else if (score < 10) give(resultOf(check, name, score));
    }
    const commit = textOf(at(report, 'repo', 'commit'));
    return {
      tool: 'scorecard',
      toolVersion: textOf(at(report, 'scorecard', 'version')),
      commit: commit !== null && /^[0-9a-f]{40}$/.test(commit) ? commit : null,
      finishedAt: statedInstant(at(report, 'date'), 'Scorecard date', problems),
      rules: checks.length,
    };
  },
});

function resultOf(check: JsonObject, name: string, score: number): GivenResult {
  const details = textsOf(check['details']).filter((detail) => detail.startsWith('Warn: '));
  const severity = riskOfCheck(name);
  return {
    kind: 'configuration',
    rule: name,
    title: textOf(check['reason']) ?? name,
    message: [textOf(at(check, 'documentation', 'short')), ...details].filter((part) => part !== null).join('\n'),
    severity,
    reportedSeverity: `score ${score} of 10`,
    places: details.flatMap((detail) => placeOf(detail)),
    help: textOf(at(check, 'documentation', 'url')),
  };
}

/** `Warn: third-party GitHubAction not pinned by hash: .github/workflows/a.yml:12: update your workflow …`. */
function placeOf(detail: string): readonly GivenPlace[] {
  const match = /: ([^\s:]{1,500}):(\d{1,7})(?=[:\s]|$)/.exec(detail.slice(0, 2000));
  return match === null ? [] : [{ path: match[1], startLine: Number(match[2]) }];
}
