// SPDX-License-Identifier: Apache-2.0
import { at, isObject, listOf, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonValue, Keep } from '../../json/json-value.ts';
import { jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { sonarPaths } from './sonar-paths.ts';
import { sonarHotspot, sonarIssue } from './sonar-results.ts';

const place: Keep = { component: {}, line: {}, textRange: { startLine: {}, endLine: {}, startOffset: {} } };
const keep: Keep = {
  sonarBaseURL: {},
  paging: { total: {} },
  components: { key: {}, path: {} },
  rules: {},
  issues: {
    ...place,
    key: {},
    rule: {},
    severity: {},
    impacts: { severity: {}, softwareQuality: {} },
    type: {},
    status: {},
    issueStatus: {},
    resolution: {},
    message: {},
    description: {},
    project: {},
    tags: {},
    flows: { locations: place },
  },
  hotspots: {
    ...place,
    key: {},
    ruleKey: {},
    securityCategory: {},
    vulnerabilityProbability: {},
    status: {},
    resolution: {},
    message: {},
    project: {},
    flows: { locations: place },
  },
};

/** What SonarQube's web API gives (`issues/search`, `hotspots/search`), and the JSON that sonar-report makes of it. */
export const sonarqubeReport: ReportParser = jsonReport({
  id: 'sonarqube',
  title: 'SonarQube JSON',
  keep,
  recognise: ([value]) => isSonar(value),
  read: ({ values: [value], give, problems }) => {
    if (!isObject(value) || (!Array.isArray(value['issues']) && !Array.isArray(value['hotspots']))) return null;
    const pathOf = sonarPaths(value['components']);
    for (const issue of objectsOf(value['issues'])) give(sonarIssue(issue, pathOf));
    for (const hotspot of objectsOf(value['hotspots'])) give(sonarHotspot(hotspot, pathOf));
    const given = listOf(value['issues']).length + listOf(value['hotspots']).length;
    const total = at(value, 'paging', 'total');
    if (typeof total === 'number' && total > given)
      problems.add(`SonarQube has ${total} entries, of which this page shows ${given}`);
    return { tool: 'SonarQube', purposes: ['sast'] };
  },
});

function isSonar(value: JsonValue | undefined): boolean {
  if (textOf(at(value, 'sonarBaseURL')) !== null) return true;
  if (!isObject(at(value, 'paging'))) return false;
  const [issue] = listOf(at(value, 'issues'));
  const [hotspot] = listOf(at(value, 'hotspots'));
  return (
    typeof at(value, 'effortTotal') === 'number' ||
    (Array.isArray(at(value, 'hotspots')) && hotspot === undefined && Array.isArray(at(value, 'components'))) ||
    (textOf(at(issue, 'rule')) !== null && textOf(at(issue, 'component')) !== null) ||
    textOf(at(hotspot, 'vulnerabilityProbability')) !== null
  );
}
