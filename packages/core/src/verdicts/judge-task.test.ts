// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Answer } from '../answers/answer.ts';
import { no, unknown, yes } from '../answers/answers.ts';
import { defineCheck, type Check } from '../answers/check.ts';
import { judgeTask } from './judge-task.ts';
import type { Profile } from './profile.ts';

const check = (id: string): Check =>
  defineCheck({
    id,
    question: `${id}?`,
    scope: 'repository',
    needs: ['fuzz-targets'],
    strength: 'observed',
    automation: 'automatic',
    guide: { shows: '', doesNotShow: '', resolve: '' },
    remedy: { effort: 'hours', steps: ['do it'] },
    answer: () => unknown('never asked here', 'nothing'),
  });

const citations = [{ evidence: 'sha256:0', location: 'x', strength: 'observed' }] as const;
const answers: { readonly [check: string]: Answer } = {
  good: yes('it is', citations),
  bad: no('it is not', citations),
  open: unknown('cannot tell', 'a token'),
};
const answerOf = (id: string): Answer => answers[id] ?? unknown('?', '?');
const task = { id: 'PO.1.1', scope: ['repository'], checks: [check('good'), check('bad'), check('open')] } as const;
const profileOf = (...checks: readonly string[]): Profile => ({
  id: 'p',
  title: 'p',
  description: '',
  requirements: { 'PO.1.1': checks.map((id) => ({ check: id, strength: 'observed' })) },
});
const leaveOut = (id: string) => ({ check: id, task: null, reason: 'not ours', approvedBy: 'security lead' });

test('only required answers count, all are shown', () => {
  const verdict = judgeTask(task, answerOf, { profile: profileOf('good'), tailoring: [] });
  expect(verdict).toMatchObject({ verdict: 'met', strength: 'observed', because: 'it is' });
  expect(verdict.answers.map(({ check: id, required }) => [id, required])).toEqual([
    ['good', true],
    ['bad', false],
    ['open', false],
  ]);
});

test('an unknown verdict says what is known already', () => {
  const { verdict, because } = judgeTask(task, answerOf, { profile: profileOf('good', 'open'), tailoring: [] });
  expect(verdict).toBe('unknown');
  expect(because).toBe('1 yes, 1 unknown of 2: cannot tell');
});

test('tailoring is honoured, and the verdict without it stands beside', () => {
  const verdict = judgeTask(task, answerOf, { profile: profileOf('good', 'bad'), tailoring: [leaveOut('bad')] });
  expect(verdict).toMatchObject({ verdict: 'met', untailored: 'partly-met' });
});

test('tailoring never leaves out a yes, nor everything', () => {
  expect(judgeTask(task, answerOf, { profile: profileOf('good', 'bad'), tailoring: [leaveOut('good')] }).verdict).toBe(
    'partly-met',
  );
  expect(judgeTask(task, answerOf, { profile: profileOf('bad'), tailoring: [leaveOut('bad')] }).verdict).toBe(
    'not-met',
  );
});
