// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { shownPath } from './shown-path.ts';

test.each([
  ['reports/bandit.sarif', 'reports/bandit.sarif'],
  ['./reports//bandit.sarif', 'reports/bandit.sarif'],
  ['reports/../bandit.sarif', 'bandit.sarif'],
  ['/home/somebody/bandit.sarif', 'bandit.sarif'],
  ['../../elsewhere/bandit.sarif', 'bandit.sarif'],
])('%s is shown as %s', (path, shown) => {
  expect(shownPath(path)).toBe(shown);
});
