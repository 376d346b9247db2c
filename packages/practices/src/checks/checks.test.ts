// SPDX-License-Identifier: Apache-2.0
import { askCheck } from '@plumbline/core/answers/ask-check';
import type { FactKind } from '@plumbline/core/facts/fact-by-kind';
import { describe, expect, test } from 'vitest';
import { allChecks } from '../generated/checks.ts';
import { type CheckFixtures, evidenceOf, flipped } from '../testing/check-fixtures.ts';

const modules = import.meta.glob<{ fixtures: CheckFixtures }>('./*/fixtures.ts', { eager: true });
const endOfJune = '2026-06-30T23:59:59Z';

describe.each(allChecks.map((check) => [check.id, check] as const))('%s', (id, check) => {
  const fixtures = modules[`./${id}/fixtures.ts`]?.fixtures;
  if (fixtures === undefined) throw new TypeError(`checks/${id}/fixtures.ts does not export fixtures`);
  const context = { asOf: fixtures.asOf ?? endOfJune };

  test('one fact flips its answer', () => {
    expect(askCheck(check, evidenceOf(fixtures.facts), context)).toMatchObject({ outcome: 'yes' });
    expect(askCheck(check, evidenceOf(flipped(fixtures)), context)).toMatchObject({ outcome: 'no' });
  });

  test.each(check.needs)('without %s it is unknown and says what would resolve it', (kind: FactKind) => {
    const { [kind]: _, ...rest } = fixtures.facts;
    const answer = askCheck(check, evidenceOf(rest), context);
    expect(answer.outcome).toBe('unknown');
    expect(answer.outcome === 'unknown' && answer.resolve.length).toBeGreaterThan(10);
  });

  test('every citation names evidence that is there, and every reason is one line', () => {
    for (const facts of [fixtures.facts, flipped(fixtures)]) {
      const evidence = evidenceOf(facts);
      const digests = new Set<string>(Object.values(evidence).map((item) => item.digest));
      const answer = askCheck(check, evidence, context);
      expect(answer.citations.every((citation) => digests.has(citation.evidence))).toBe(true);
      expect(answer.because).toMatch(/^[^\n]{3,300}$/);
    }
  });

  test.each(fixtures.also ?? [])('$name: $outcome', ({ facts, outcome }) => {
    expect(askCheck(check, evidenceOf(facts), context).outcome).toBe(outcome);
  });

  test('its guide is complete and its id is its folder', () => {
    expect(check.question).toMatch(/\?$/);
    expect(check.id).toMatch(/^[a-z]+(-[a-z0-9]+)+$/);
    for (const text of Object.values(check.guide)) expect(text.length).toBeGreaterThan(20);
  });
});
