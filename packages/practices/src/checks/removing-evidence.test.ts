// SPDX-License-Identifier: Apache-2.0
import { askCheck } from '@plumbline/core/answers/ask-check';
import type { FactKind } from '@plumbline/core/facts/fact-by-kind';
import { describe, expect, test } from 'vitest';
import { allChecks } from '../generated/checks.ts';
import { fixturesOf } from '../testing/all-fixtures.ts';
import { evidenceOf, type FixtureFacts, flipped } from '../testing/check-fixtures.ts';

// DESIGN §2.5: deleting an item may turn an answer only into unknown.
describe.each(allChecks.map((check) => [check.id, check] as const))('%s', (id, check) => {
  const fixtures = fixturesOf(id);
  const context = { asOf: fixtures.asOf ?? '2026-06-30T23:59:59Z' };
  const also = (fixtures.also ?? []).map(({ name, facts }) => [name, facts] as const);
  const cases: readonly (readonly [string, FixtureFacts])[] = [
    ['the facts', fixtures.facts],
    ['the flipped facts', flipped(fixtures)],
    ...also,
  ];

  test.each(cases)('%s: taking an item away leaves the answer or makes it unknown', (_, facts) => {
    const before = askCheck(check, evidenceOf(facts), context).outcome;
    for (const kind of Object.keys(facts) as FactKind[]) {
      const { [kind]: _taken, ...rest } = facts;
      expect([before, 'unknown']).toContain(askCheck(check, evidenceOf(rest), context).outcome);
    }
  });

  test.each(cases)('%s: one line of reason, and citations of what is there', (_, facts) => {
    const evidence = evidenceOf(facts);
    const answer = askCheck(check, evidence, context);
    const digests = new Set<string>(Object.values(evidence).map((item) => item.digest));
    expect(answer.because).toMatch(/^[^\n]{3,300}$/);
    expect(answer.citations.every((citation) => digests.has(citation.evidence))).toBe(true);
    expect(answer.outcome !== 'unknown' || answer.resolve.length > 10).toBe(true);
  });
});
