// SPDX-License-Identifier: Apache-2.0
import { at, objectsOf, textOf, textsOf } from '../../json/json-fields.ts';
import type { JsonObject } from '../../json/json-value.ts';
import type { GivenPlace, GivenResult } from '../create-result.ts';
import { numberOf } from '../json-scalars.ts';
import { commonSeverities, severityOf, type SeverityWords } from '../severity-words.ts';
import { vulnerabilityIds } from '../vulnerability-ids.ts';
import type { SonarPaths } from './sonar-paths.ts';

/** SonarQube's severities of issues, and since 10.2 of impacts. A hotspot has a probability, with the usual words. */
export const sonarSeverities: SeverityWords = {
  ...commonSeverities,
  blocker: 'critical',
  critical: 'high',
  major: 'medium',
  minor: 'low',
};

/** Resolutions by which a person decided that nothing is to be done. */
const decided: ReadonlySet<string> = new Set([
  'FALSE-POSITIVE',
  'FALSE_POSITIVE',
  'WONTFIX',
  'ACCEPTED',
  'SAFE',
  'ACKNOWLEDGED',
]);

/** Rules about credentials in the code carry this name in every language, such as `java:S6418`. */
const secretRule = /:S(?:2068|6418)$|^secrets:/;

/** How SonarQube's plug-in of OWASP Dependency-Check writes a vulnerable component. */
const dependencyRule = /(?:^|:)UsingComponentWithKnownVulnerability$/;
const dependency = /^Filename: (?<name>[^\s:|]{1,300}(?::[^\s:|]{1,300})?):(?<version>[^\s:|]{1,100}) \|/;

export function sonarIssue(issue: JsonObject, pathOf: SonarPaths): GivenResult {
  const rule = textOf(issue['rule']) ?? 'unnamed';
  const message = textOf(issue['message']);
  const [impact] = objectsOf(issue['impacts']);
  const severity = textOf(issue['severity']) ?? textOf(impact?.['severity']);
  const tags = textsOf(issue['tags']);
  return {
    kind: secretRule.test(rule.slice(0, 300)) ? 'secret' : 'code',
    rule,
    title: textOf(issue['description']) ?? message,
    message,
    severity: severityOf(severity, sonarSeverities),
    reportedSeverity: severity,
    places: placesOf(issue, pathOf),
    weaknesses: tags.filter((tag) => /^cwe-\d/i.test(tag)),
    fingerprints: { key: textOf(issue['key']) },
    ...decisionOf(issue),
    ...(dependencyRule.test(rule.slice(0, 300)) ? dependencyPart(message, issue, pathOf) : {}),
  };
}

export function sonarHotspot(hotspot: JsonObject, pathOf: SonarPaths): GivenResult {
  const severity = textOf(hotspot['vulnerabilityProbability']);
  const rule = textOf(hotspot['ruleKey']) ?? textOf(hotspot['securityCategory']) ?? 'unnamed';
  return {
    kind: secretRule.test(rule.slice(0, 300)) ? 'secret' : 'code',
    rule,
    title: textOf(hotspot['message']),
    message: textOf(hotspot['message']),
    severity: severityOf(severity),
    reportedSeverity: severity,
    places: placesOf(hotspot, pathOf),
    fingerprints: { key: textOf(hotspot['key']) },
    ...decisionOf(hotspot),
  };
}

function placesOf(found: JsonObject, pathOf: SonarPaths): readonly GivenPlace[] {
  const project = textOf(found['project']);
  const steps = objectsOf(objectsOf(found['flows'])[0]?.['locations']);
  return [found, ...steps].map((location) => ({
    path: pathOf(textOf(location['component']), project),
    startLine: numberOf(at(location, 'textRange', 'startLine') ?? location['line']),
    endLine: numberOf(at(location, 'textRange', 'endLine')),
    startColumn: columnOf(location),
  }));
}

/** Offsets count from zero. */
function columnOf(location: JsonObject): number | null {
  const offset = numberOf(at(location, 'textRange', 'startOffset'));
  return offset === null ? null : offset + 1;
}

function decisionOf(found: JsonObject): Pick<GivenResult, 'suppressed' | 'gone'> {
  const resolution = textOf(found['resolution']) ?? textOf(found['issueStatus']);
  const status = textOf(found['status']);
  if (resolution !== null && decided.has(resolution)) return { suppressed: { where: 'elsewhere', reason: resolution } };
  return { gone: resolution === 'FIXED' || resolution === 'REMOVED' || status === 'CLOSED' || status === 'FIXED' };
}

function dependencyPart(message: string | null, issue: JsonObject, pathOf: SonarPaths): Partial<GivenResult> {
  const { name, version } = dependency.exec(message?.slice(0, 1000) ?? '')?.groups ?? {};
  const vulnerabilities = vulnerabilityIds(message);
  if (name === undefined && vulnerabilities.length === 0) return {};
  const path = pathOf(textOf(issue['component']), textOf(issue['project']));
  const weakness = /\| Category: (CWE-\d{1,5})/.exec(message?.slice(0, 1000) ?? '')?.[1];
  return {
    kind: 'component',
    component: { name, version, path },
    vulnerabilities,
    weaknesses: weakness === undefined ? textsOf(issue['tags']).filter((tag) => /^cwe-\d/i.test(tag)) : [weakness],
  };
}
