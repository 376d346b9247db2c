// SPDX-License-Identifier: Apache-2.0
import { analysisTool } from '../../imports/analysis-tools.ts';
import { commitId, soleCommit } from '../../imports/commit-id.ts';
import { at, listOf, objectOf, textOf, textsOf } from '../../json/json-fields.ts';
import type { JsonObject } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { githubDecision } from '../github-decision.ts';
import { jsonListReport } from '../json-list-report.ts';
import { numberOf } from '../json-scalars.ts';
import { kindOfPurposes } from '../kind-of-purposes.ts';
import type { ReportParser } from '../report-parser.ts';
import { commonSeverities, severityOf, type SeverityWords } from '../severity-words.ts';

/** `security_severity_level` where the rule has one, else `severity` with the words of SARIF's levels. */
const severities: SeverityWords = {
  ...commonSeverities,
  error: 'high',
  warning: 'medium',
  note: 'low',
  none: 'unrated',
};

/** Code scanning alerts of GitHub's REST API, whichever tool found them. */
export const githubCodeScanningReport: ReportParser = jsonListReport({
  id: 'github-code-scanning',
  title: 'GitHub code scanning alerts',
  path: [],
  keep: {},
  recognise: ([value]) => {
    const [alert] = listOf(value);
    return textOf(at(alert, 'rule', 'id')) !== null && at(alert, 'most_recent_instance') !== undefined;
  },
  begin: (rest) => {
    if (!Array.isArray(rest)) return null;
    const tools = new Set<string>();
    const versions = new Set<string>();
    const commits = new Set<string | null>();
    return {
      resultsOf: (alert) => {
        tools.add(textOf(at(alert, 'tool', 'name')) ?? 'GitHub code scanning');
        versions.add(textOf(at(alert, 'tool', 'version')) ?? '');
        commits.add(commitId(textOf(at(alert, 'most_recent_instance', 'commit_sha'))));
        return [resultOf(alert)];
      },
      run: () => {
        const [tool = 'GitHub code scanning'] = tools.size === 1 ? tools : [];
        const [version = ''] = versions.size === 1 ? versions : [];
        return { tool, toolVersion: version === '' ? null : version, commit: soleCommit([...commits]).commit };
      },
    };
  },
});

function resultOf(alert: JsonObject): GivenResult {
  const rule = objectOf(alert['rule']);
  const instance = objectOf(alert['most_recent_instance']);
  const location = objectOf(instance['location']);
  const severity = textOf(rule['security_severity_level']) ?? textOf(rule['severity']);
  const kind = kindOfPurposes(analysisTool(textOf(at(alert, 'tool', 'name')))?.purposes ?? []) ?? 'code';
  return {
    // An alert names neither package nor version.
    kind: kind === 'component' ? 'code' : kind,
    rule: textOf(rule['id']) ?? 'unnamed',
    title: textOf(rule['description']) ?? textOf(rule['name']),
    message: textOf(at(instance, 'message', 'text')),
    severity: severityOf(severity, severities),
    reportedSeverity: severity,
    places: [
      {
        path: textOf(location['path']),
        startLine: numberOf(location['start_line']),
        endLine: numberOf(location['end_line']),
        startColumn: numberOf(location['start_column']),
      },
    ],
    weaknesses: textsOf(rule['tags']).filter((tag) => /\bcwe\b/i.test(tag.slice(0, 200))),
    ...githubDecision(alert),
    help: textOf(alert['html_url']),
  };
}
