// SPDX-License-Identifier: Apache-2.0
import { unknown, yes } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import type { GivenAnswer } from '@plumbline/core/verdicts/verdict';
import { expect, test } from 'vitest';
import { askedChecks } from './asked-checks.ts';
import { anAssessment } from './testing/an-assessment.ts';
import { fixtureEvidence } from './testing/fixture-evidence.ts';

test('a check that two tasks ask stands once, with both, and with the answer that says least in its favour', () => {
  const [one, two] = anAssessment().verdicts;
  if (!one || !two) throw new TypeError('the fixture has tasks');
  const given: Omit<GivenAnswer, 'required' | 'answer'> = { check: 'a', question: 'Is it?' };
  const strong = yes('so', [cite(fixtureEvidence.tree)]);
  const weak = unknown('so (asserted; observed is asked)', 'Evidence of strength observed');
  const verdicts = [
    { ...one, answers: [{ ...given, required: false, answer: strong }] },
    { ...two, answers: [{ ...given, required: true, answer: weak }] },
  ];
  expect(askedChecks(anAssessment({ verdicts }))).toEqual([
    { ...given, required: true, tasks: [one.task, two.task], answer: weak },
  ]);
});
