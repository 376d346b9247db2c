// SPDX-License-Identifier: Apache-2.0
import type { SecurityInsights } from '@plumbline/core/facts/security-insights';
import { listOf, memberAt, memberOf, textOf } from '../../platform/syntax/json-value.ts';
import { insightsProblems } from './insights-problems.ts';

const namesMax = 200;

/** Schema 1.x and 2.x as one fact. `lineOf` tells where a member stands. */
export function readInsights(
  path: string,
  value: unknown,
  lineOf: (steps: readonly string[]) => number,
): SecurityInsights {
  const version = versionOf(value);
  const parts = version.startsWith('1.') ? firstSchema(value) : secondSchema(value);
  return {
    path,
    schemaVersion: version,
    lastReviewed: dayOf(memberAt(value, ['header', 'last-reviewed'])),
    expires: dayOf(memberAt(value, ['header', 'expiration-date'])),
    ...parts,
    problems: insightsProblems(value, version).map(({ at, message }) => `line ${lineOf(at)}: ${message}`),
    placeholder: isPlaceholder(value, parts),
  };
}

type Parts = Pick<
  SecurityInsights,
  'champions' | 'administrators' | 'coreTeam' | 'reportContact' | 'policyUrl' | 'tools'
>;

/** YAML reads an unquoted `2.0` as a number. */
function versionOf(value: unknown): string {
  const version = memberAt(value, ['header', 'schema-version']);
  return typeof version === 'number' ? version.toFixed(1) : (textOf(version) ?? 'none');
}

function firstSchema(value: unknown): Parts {
  const reporting = memberOf(value, 'vulnerability-reporting');
  const contacts = listOf(memberOf(value, 'security-contacts')).map((contact) => textOf(memberOf(contact, 'value')));
  return {
    // Contacts of schema 1 are addresses to report to, not people who answer for security.
    champions: [],
    administrators: [],
    coreTeam: listOf(memberAt(value, ['project-lifecycle', 'core-maintainers']))
      .map((entry) => personOf(textOf(entry) ?? ''))
      .filter((name) => name !== null)
      .slice(0, namesMax),
    reportContact: textOf(memberOf(reporting, 'email-contact')) ?? contacts[0] ?? null,
    policyUrl: textOf(memberOf(reporting, 'security-policy')),
    tools: toolsOf(memberOf(value, 'security-testing'), 'tool-name', 'tool-type'),
  };
}

function secondSchema(value: unknown): Parts {
  const reporting = memberAt(value, ['project', 'vulnerability-reporting']);
  const security = memberAt(value, ['repository', 'security']);
  return {
    champions: namesOf(memberOf(security, 'champions')),
    administrators: namesOf(memberAt(value, ['project', 'administrators'])),
    coreTeam: namesOf(memberAt(value, ['repository', 'core-team'])),
    reportContact:
      textOf(memberAt(reporting, ['contact', 'email'])) ?? textOf(memberAt(reporting, ['contact', 'name'])),
    policyUrl:
      textOf(memberOf(reporting, 'security-policy')) ??
      textOf(memberOf(reporting, 'policy')) ??
      textOf(memberAt(value, ['repository', 'documentation', 'security-policy'])),
    tools: toolsOf(memberOf(security, 'tools'), 'name', 'type'),
  };
}

function namesOf(value: unknown): readonly string[] {
  return listOf(value)
    .map((person) => textOf(memberOf(person, 'name')))
    .filter((name) => name !== null)
    .filter((name) => name.trim() !== '')
    .slice(0, namesMax);
}

/** Schema 1 names people as `github:user`, a profile or a name; a link to a document of names is none. */
function personOf(entry: string): string | null {
  const profile = /^(?:github:|https?:\/\/(?:www\.)?git(?:hub|lab)\.com\/)([\w.-]+)\/?$/iu.exec(entry)?.[1];
  return profile ?? (entry === '' || /^https?:/iu.test(entry) ? null : entry);
}

function toolsOf(value: unknown, name: string, type: string): SecurityInsights['tools'] {
  return listOf(value)
    .map((tool) => ({ name: textOf(memberOf(tool, name)) ?? '', type: textOf(memberOf(tool, type)) ?? '' }))
    .filter((tool) => tool.name !== '')
    .slice(0, namesMax);
}

/** ISO day; schema 1 writes an instant. */
function dayOf(value: unknown): string | null {
  return /^(\d{4}-\d\d-\d\d)(?:$|[T ])/u.exec(textOf(value) ?? '')?.[1] ?? null;
}

function isPlaceholder(value: unknown, parts: Parts): boolean {
  const url = textOf(memberAt(value, ['header', 'url'])) ?? textOf(memberAt(value, ['header', 'project-url'])) ?? '';
  const people = [...parts.champions, ...parts.administrators, ...parts.coreTeam];
  const reserved =
    /^https?:\/\/(?:[\w.-]+\.)?example\.(?:com|org|net)\b/iu.test(url) || /foo-?bar|your[-_]|<.*>/iu.test(url);
  return reserved || [url, parts.reportContact ?? '', ...people].some((text) => /^TODO\b/u.test(text));
}
