// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { clockState, dueAfter } from './response-times.ts';

const asOf = '2026-06-30T23:59:59Z';

test.each([
  ['done on the last day', '2026-03-08', '2026-03-01', 'in-time'],
  ['done a day late', '2026-03-09', '2026-03-01', 'late'],
  ['not done, overdue', null, '2026-03-01', 'late'],
  ['not done, due today', null, '2026-06-23', 'open'],
  ['not done, due yesterday', null, '2026-06-22', 'late'],
  ['a start that is no date', null, 'soon', 'late'],
  ['an end that is no date', 'done', '2026-03-01', 'late'],
])('%s', (_, done, from, state) => {
  expect(clockState(done, dueAfter(from, 7), asOf)).toBe(state);
});

test('a moment within the last day is in time', () => {
  expect(clockState('2026-03-08T23:00:00Z', dueAfter('2026-03-01T01:00:00Z', 7), asOf)).toBe('in-time');
});
