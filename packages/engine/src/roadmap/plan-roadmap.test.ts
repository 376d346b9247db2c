// SPDX-License-Identifier: Apache-2.0
import type { Answer } from '@plumbline/core/answers/answer';
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import { type Check, defineCheck, type Effort } from '@plumbline/core/answers/check';
import type { Assessment } from '@plumbline/core/assessment/assessment';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planRoadmap } from './plan-roadmap.ts';

const citations = [{ evidence: 'sha256:0', location: 'x', strength: 'observed' }] as const;

function aCheck(
  id: string,
  effort: Effort,
  rest: Partial<Check['remedy']> & { readonly notYet?: boolean } = {},
): Check {
  const { notYet, ...remedy } = rest;
  return defineCheck({
    id,
    question: '?',
    scope: 'repository',
    needs: ['repository-tree'],
    strength: 'observed',
    automation: notYet ? 'not-yet' : 'automatic',
    guide: { shows: '', doesNotShow: '', resolve: '' },
    remedy: { effort, steps: [`do ${id}`], ...remedy },
    answer: () => unknown('never asked', 'never'),
  });
}

/** `tasks`: task → check → outcome. */
function assessment(tasks: {
  readonly [task: string]: { readonly [check: string]: 'yes' | 'no' | 'unknown' };
}): Assessment {
  const answers = {
    yes: yes('is', citations),
    no: no('is not', citations),
    unknown: unknown('open', 'a token'),
  } satisfies Record<string, Answer>;
  const verdicts = Object.entries(tasks).map(([task, checks]) => ({
    task,
    verdict: 'unknown',
    strength: null,
    scope: ['repository'],
    because: '',
    answers: Object.entries(checks).map(([check, outcome]) => ({
      check,
      question: '?',
      required: true,
      answer: answers[outcome],
    })),
  }));
  return {
    asOf: '2026-06-30T23:59:59Z',
    subject: { uri: 'x' },
    profile: { id: 'standard', title: '' },
    verdicts,
  } as unknown as Assessment;
}

const plan = (given: Assessment, checks: readonly Check[], capacityDays = 5) =>
  planRoadmap({
    assessment: given,
    checks,
    patches: [],
    helpsOf: (task) => [{ framework: 'F', ref: task, kind: 'published' }],
    capacityDays,
  });

describe('order', () => {
  test('what closes more for less effort comes first', () => {
    const given = assessment({ 'PO.1.1': { slow: 'no', quick: 'no' }, 'PO.1.2': { quick: 'no' } });
    expect(plan(given, [aCheck('slow', 'weeks'), aCheck('quick', 'minutes')]).actions.map(({ id }) => id)).toEqual([
      'quick',
      'slow',
    ]);
  });

  test('a dependency comes first, although it helps less', () => {
    const given = assessment({ 'PO.1.1': { quick: 'no' }, 'PO.1.2': { ground: 'unknown' } });
    const { actions } = plan(given, [aCheck('quick', 'minutes', { after: ['ground'] }), aCheck('ground', 'weeks')]);
    expect(actions.map(({ id, after }) => [id, after])).toEqual([
      ['ground', []],
      ['quick', ['ground']],
    ]);
  });

  test('dependencies in a circle lose no action', () => {
    const given = assessment({ 'PO.1.1': { a: 'no', b: 'no' } });
    expect(
      plan(given, [aCheck('a', 'hours', { after: ['b'] }), aCheck('b', 'hours', { after: ['a'] })]).actions,
    ).toHaveLength(2);
  });
});

test('an action completes a task only when nothing else is open, planned or not', () => {
  const given = assessment({
    'PO.1.1': { a: 'no' },
    'PO.1.2': { a: 'no', forge: 'unknown' },
    'PO.1.3': { a: 'no', done: 'yes' },
  });
  const { actions, unplanned } = plan(given, [
    aCheck('a', 'hours'),
    aCheck('forge', 'hours', { notYet: true }),
    aCheck('done', 'hours'),
  ]);
  expect(actions).toMatchObject([
    { id: 'a', completes: ['PO.1.1', 'PO.1.3'], tasks: ['PO.1.1', 'PO.1.2', 'PO.1.3'], due: '2026-07-14' },
  ]);
  expect(unplanned).toEqual([{ check: 'forge', tasks: ['PO.1.2'], because: 'open', resolve: 'a token' }]);
});

test('phases fit the capacity: never more work is due than there were days for', () => {
  const efforts = fc.array(fc.constantFrom<Effort>('minutes', 'hours', 'days', 'weeks'), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(efforts, fc.integer({ min: 1, max: 20 }), (given, capacityDays) => {
      const checks = given.map((effort, index) => aCheck(`check-${index}`, effort));
      const open = Object.fromEntries(checks.map(({ id }) => [id, 'no' as const]));
      const { actions } = plan(assessment({ 'PO.1.1': open }), checks, capacityDays);
      expect(actions).toHaveLength(given.length);
      for (const { phase } of actions) {
        const due = actions
          .filter((action) => action.phase <= phase)
          .reduce((sum, { effortDays }) => sum + effortDays, 0);
        expect(due).toBeLessThanOrEqual(phase * capacityDays + 1e-6);
      }
    }),
  );
});
