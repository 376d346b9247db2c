// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { aggregateResult } from './aggregate-result.ts';

test.each([
  [['Passed', 'Failed', 'Unknown'], 'Failed'],
  [['Passed', 'Unknown'], 'Unknown'],
  [['Passed', 'Not Run'], 'Unknown'],
  [['Not Run', 'Not Run'], 'Not Run'],
  [['Passed', 'Not Applicable'], 'Passed'],
  [['Not Applicable'], 'Not Applicable'],
] as const)('%j is %s', (parts, whole) => {
  expect(aggregateResult(parts)).toBe(whole);
});
