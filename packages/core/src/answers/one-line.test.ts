// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { no, unknown } from './answers.ts';
import { oneLine } from './one-line.ts';

test('lines, controls and direction marks become spaces', () => {
  expect(oneLine(' a\n\tb\u001b[31m\u202ec ', 80)).toBe('a b [31m c');
});

test('text that is too long is cut and says by how much', () => {
  expect(oneLine('x'.repeat(1000), 50)).toBe(`${'x'.repeat(20)} [980 characters more]`);
  expect(oneLine('x'.repeat(9_999_999), 50).length).toBeLessThanOrEqual(50);
  expect(oneLine('x'.repeat(50), 50)).toBe('x'.repeat(50));
});

test('an answer never carries more than one line of 2000 characters', () => {
  const citation = { evidence: 'sha256:0', location: 'x', strength: 'observed' } as const;
  expect(no('y\n'.repeat(9000), [citation]).because).toMatch(/^[^\n]{1900,2000}$/);
  expect(unknown('why', 'z\n'.repeat(9000)).resolve).toMatch(/^[^\n]{1900,2000}$/);
});
