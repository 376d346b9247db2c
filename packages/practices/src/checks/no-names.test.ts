// SPDX-License-Identifier: Apache-2.0
import { askCheck } from '@plumbline/core/answers/ask-check';
import { expect, test } from 'vitest';
import { allChecks } from '../generated/checks.ts';
import { fixturesOf } from '../testing/all-fixtures.ts';
import { evidenceOf, flipped } from '../testing/check-fixtures.ts';

// Answers go into reports that others read: who a person is stays in the records.
test.each(allChecks.map((check) => [check.id, check] as const))('%s names no person', (id, check) => {
  const fixtures = fixturesOf(id);
  const cases = [fixtures.facts, flipped(fixtures), ...(fixtures.also ?? []).map(({ facts }) => facts)];
  for (const facts of cases) {
    const { because, citations } = askCheck(check, evidenceOf(facts), {
      asOf: fixtures.asOf ?? '2026-06-30T23:59:59Z',
    });
    const text = [because, ...citations.flatMap(({ location, note }) => [location, note ?? ''])].join(' ');
    for (const person of personsIn(facts)) expect(text).not.toContain(person);
  }
});

const personal: ReadonlySet<string> = new Set([
  'by',
  'person',
  'owner',
  'holders',
  'administrators',
  'releasers',
  'contributorsLast90Days',
  'champions',
  'requestedBy',
  'approvedBy',
  'authors',
  'reviewers',
  'trendsReviewedBy',
  'coreTeam',
]);

/** Every text under a key that holds people, longer than two letters. */
function personsIn(value: unknown, isPerson = false): readonly string[] {
  if (typeof value === 'string') return isPerson && value.length > 2 ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((part) => personsIn(part, isPerson));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => personsIn(part, personal.has(key)));
}
