// SPDX-License-Identifier: Apache-2.0
import { askCheck } from '@plumbline/core/answers/ask-check';
import { describe, expect, test } from 'vitest';
import { allChecks } from '../generated/checks.ts';
import { fixturesOf } from '../testing/all-fixtures.ts';
import { evidenceOf, type FixtureFacts, flipped } from '../testing/check-fixtures.ts';

const hostile = 'a\nb\t\u0007'.repeat(3000);

// Every text of a fact may come from a hostile repository: no place of it may break the line or the length of a reason.
describe.each(allChecks.map((check) => [check.id, check] as const))('%s', (id, check) => {
  const fixtures = fixturesOf(id);
  const context = { asOf: fixtures.asOf ?? '2026-06-30T23:59:59Z' };

  test('its reasons stay one short line whatever the text is', () => {
    const cases = [fixtures.facts, flipped(fixtures), ...(fixtures.also ?? []).map(({ facts }) => facts)];
    for (const facts of cases.flatMap((given) => variants(given))) {
      const answer = askCheck(check, evidenceOf(facts), context);
      expect(answer.because).toMatch(/^[^\n]{3,2000}$/);
      expect(answer.outcome === 'unknown' ? answer.resolve : 'nothing to resolve').toMatch(/^[^\n]{3,2000}$/);
    }
  });
});

/** The facts once for each text in them, with that one text replaced. */
function variants(facts: FixtureFacts): readonly FixtureFacts[] {
  return replaced(facts).filter((variant): variant is FixtureFacts => typeof variant === 'object' && variant !== null);
}

function replaced(value: unknown): readonly unknown[] {
  if (typeof value === 'string') return value === 'absent' ? [] : [hostile];
  if (Array.isArray(value)) return value.flatMap((part, at) => replaced(part).map((other) => value.with(at, other)));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => replaced(part).map((other) => ({ ...value, [key]: other })));
}
