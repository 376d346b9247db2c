// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { commonSeverities, severityOf } from './severity-words.ts';

test.each([
  [' Moderate ', 'medium'],
  ['INFORMATIONAL', 'none'],
  ['unknown', 'unrated'],
  ['toString', 'unrated'],
  [null, 'unrated'],
])('%s is %s', (word, severity) => {
  expect(severityOf(word)).toBe(severity);
});

test('a tool has its own words beside the common ones', () => {
  expect(severityOf('Negligible', { ...commonSeverities, negligible: 'low' })).toBe('low');
});
