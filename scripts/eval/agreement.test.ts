// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Outcome } from '@plumbline/core/answers/answer';
import { agreementOf, type Comparison } from './agreement.ts';

const pair = (label: Outcome, answer: Outcome): Comparison => ({
  repository: 'r',
  set: 'development',
  check: 'c',
  label,
  answer,
  because: '',
  expected: '',
  doubt: false,
});

test('an unknown where the truth is visible counts as wrong', () => {
  expect(agreementOf([pair('yes', 'yes'), pair('yes', 'unknown'), pair('no', 'yes'), pair('no', 'no')])).toEqual({
    compared: 4,
    agreed: 2,
    precisionYes: 0.5,
    recallYes: 0.5,
    precisionNo: 1,
    recallNo: 0.5,
  });
});

test('nothing counted is null, not perfect', () => {
  expect(agreementOf([pair('unknown', 'unknown')])).toMatchObject({ agreed: 1, precisionYes: null, recallNo: null });
});
