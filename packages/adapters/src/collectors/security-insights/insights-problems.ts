// SPDX-License-Identifier: Apache-2.0
import { isFields, memberAt } from '../../platform/syntax/json-value.ts';

type Shape = 'text' | 'day' | 'url' | 'truth' | 'map' | 'list';
type Rule = { readonly at: string; readonly shape: Shape };

const rule = (at: string, shape: Shape): Rule => ({ at, shape });

/** What schema 1.0 requires, as far as SSDF asks of it. */
const first: readonly Rule[] = [
  rule('header.expiration-date', 'day'),
  rule('header.project-url', 'url'),
  rule('project-lifecycle.status', 'text'),
  rule('project-lifecycle.bug-fixes-only', 'truth'),
  rule('contribution-policy.accepts-pull-requests', 'truth'),
  rule('contribution-policy.accepts-automated-pull-requests', 'truth'),
  rule('distribution-points', 'list'),
  rule('security-contacts', 'list'),
  rule('vulnerability-reporting.accepts-vulnerability-reports', 'truth'),
];

/** Required members of schema 2.x (schema.cue); those below `project` and `repository` only where the part is there. */
const header: readonly Rule[] = [
  rule('header.last-reviewed', 'day'),
  rule('header.last-updated', 'day'),
  rule('header.url', 'url'),
];
const project: readonly Rule[] = [
  rule('project.name', 'text'),
  rule('project.administrators', 'list'),
  rule('project.repositories', 'list'),
  rule('project.vulnerability-reporting.reports-accepted', 'truth'),
  rule('project.vulnerability-reporting.bug-bounty-available', 'truth'),
];
const repository: readonly Rule[] = [
  rule('repository.url', 'url'),
  rule('repository.status', 'text'),
  rule('repository.accepts-change-request', 'truth'),
  rule('repository.accepts-automated-change-request', 'truth'),
  rule('repository.core-team', 'list'),
  rule('repository.license', 'map'),
  rule('repository.security.assessments.self', 'map'),
];

const fits: { readonly [K in Shape]: (value: unknown) => boolean } = {
  text: (value) => typeof value === 'string' && value.trim() !== '',
  day: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d(?:$|T)/u.test(value),
  url: (value) => typeof value === 'string' && /^https?:\/\/\S+$/u.test(value),
  truth: (value) => typeof value === 'boolean',
  map: isFields,
  list: (value) => Array.isArray(value) && value.length > 0,
};

const expected: { readonly [K in Shape]: string } = {
  text: 'a text',
  day: 'a day (YYYY-MM-DD)',
  url: 'a URL',
  truth: 'true or false',
  map: 'a map',
  list: 'a list that is not empty',
};

/** A fault and the path of the member that has it. */
export type InsightsProblem = { readonly at: readonly string[]; readonly message: string };

/** What the file breaks of the schema that it declares. */
export function insightsProblems(value: unknown, version: string): readonly InsightsProblem[] {
  const problems = rulesFor(value, version).flatMap(({ at, shape }): readonly InsightsProblem[] => {
    const steps = at.split('.');
    const member = memberAt(value, steps);
    if (fits[shape](member)) return [];
    return [{ at: steps, message: member === undefined ? `${at} is missing` : `${at} must be ${expected[shape]}` }];
  });
  const known = /^[12]\.\d+(?:\.\d+)?$/u.test(version);
  return known
    ? problems
    : [{ at: ['header', 'schema-version'], message: `schema-version ${version} is not known` }, ...problems];
}

function rulesFor(value: unknown, version: string): readonly Rule[] {
  if (version.startsWith('1.')) return first;
  const inherits = memberAt(value, ['header', 'project-si-source']) !== undefined;
  const has = (part: string): boolean => memberAt(value, [part]) !== undefined;
  return [
    ...header,
    ...(has('project') || !(inherits || has('repository')) ? project : []),
    ...(has('repository') || !(inherits || has('project')) ? repository : []),
  ];
}
