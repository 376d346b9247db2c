// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Outcome } from '../answers/answer.ts';
import { no, notApplicable, unknown, yes } from '../answers/answers.ts';
import { type Strength, strengths } from '../evidence/strength.ts';
import { PlumblineError } from '../errors.ts';
import { fold, type RequiredAnswers } from './fold.ts';
import type { VerdictValue } from './verdict.ts';

const answer = (outcome: Outcome, strength: Strength = 'observed'): Answer => {
  const citations = [{ evidence: 'sha256:0', location: 'x', strength }] as const;
  if (outcome === 'yes') return yes('y', citations);
  if (outcome === 'no') return no('n', citations);
  return outcome === 'unknown' ? unknown('u', 'a token') : notApplicable('na', citations);
};

const required = (...outcomes: readonly Outcome[]): readonly RequiredAnswers[] =>
  outcomes.map((outcome) => ({ answers: [answer(outcome)], strength: 'asserted' }));

describe('the table of DESIGN §2', () => {
  const rows: readonly (readonly [readonly Outcome[], VerdictValue])[] = [
    [['yes', 'yes'], 'met'],
    [['yes', 'not-applicable'], 'met'],
    [['not-applicable', 'not-applicable'], 'not-applicable'],
    [['yes', 'no'], 'partly-met'],
    [['yes', 'no', 'unknown'], 'partly-met'],
    [['no', 'unknown'], 'not-met'],
    [['no', 'not-applicable'], 'not-met'],
    [['yes', 'unknown'], 'unknown'],
    [['unknown', 'not-applicable'], 'unknown'],
  ];
  test.each(rows)('%j is %s', (outcomes, verdict) => {
    expect(fold(required(...outcomes)).verdict).toBe(verdict);
  });

  test('an empty requirement is an error, never met', () => {
    expect(() => fold([])).toThrow(PlumblineError);
  });

  test('a yes below the strength that is asked counts as unknown', () => {
    expect(fold([{ answers: [answer('yes', 'asserted')], strength: 'observed' }])).toEqual({
      verdict: 'unknown',
      strength: null,
    });
  });

  test('a verdict is as strong as its weakest required answer', () => {
    const answers = (['tested', 'documented', 'observed'] as const).map((strength): RequiredAnswers => ({
      answers: [answer('yes', strength)],
      strength: 'asserted',
    }));
    expect(fold(answers)).toEqual({ verdict: 'met', strength: 'documented' });
  });

  test('of alternatives one yes is enough, and a lost alternative leaves unknown, not no', () => {
    expect(fold([{ answers: [answer('no'), answer('yes')], strength: 'asserted' }]).verdict).toBe('met');
    expect(fold([{ answers: [answer('no'), answer('unknown')], strength: 'asserted' }]).verdict).toBe('unknown');
    expect(fold([{ answers: [answer('no'), answer('no')], strength: 'asserted' }]).verdict).toBe('not-met');
  });
});

const rank: { readonly [V in VerdictValue]: number } = {
  met: 2,
  'not-applicable': 2,
  'partly-met': 1,
  'not-met': 0,
  unknown: 0,
};
const outcomes = fc.constantFrom<Outcome>('yes', 'no', 'unknown', 'not-applicable');
const requirement = fc.record({
  answers: fc
    .tuple(outcomes, fc.constantFrom(...strengths))
    .chain(([outcome, strength]) =>
      fc
        .array(outcomes, { maxLength: 2 })
        .map((more): [Answer, ...Answer[]] => [answer(outcome, strength), ...more.map((one) => answer(one))]),
    ),
  strength: fc.constantFrom(...strengths),
});
const requirements = fc.array(requirement, { minLength: 1, maxLength: 6 });

test('losing evidence, which turns any answer into unknown, never improves a verdict', () => {
  fc.assert(
    fc.property(requirements, fc.nat(), fc.nat(), (all, at, within) => {
      const lost = all.map(({ answers, strength }, index): RequiredAnswers => {
        if (index !== at % all.length) return { answers, strength };
        const [first, ...rest] = answers.map((one, place) =>
          place === within % answers.length ? answer('unknown') : one,
        );
        return { answers: [first ?? answer('unknown'), ...rest], strength };
      });
      expect(rank[fold(lost).verdict]).toBeLessThanOrEqual(rank[fold(all).verdict]);
    }),
  );
});

test('the order of the answers does not matter', () => {
  fc.assert(
    fc.property(requirements, (all) => {
      expect(fold([...all].reverse())).toEqual(fold(all));
    }),
  );
});
