// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { severityOfScore } from './severity-of-score.ts';

test.each([
  [0, 'none'],
  [0.1, 'low'],
  [3.9, 'low'],
  [4, 'medium'],
  [7, 'high'],
  [8.9, 'high'],
  [9, 'critical'],
  [10, 'critical'],
  [10.1, null],
  [-1, null],
  [Number.NaN, null],
])('score %s is %s', (score, severity) => {
  expect(severityOfScore(score)).toBe(severity);
});
