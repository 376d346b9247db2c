// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { no, unknown } from './answers.ts';
import { oneLine } from './one-line.ts';

test('lines, controls and direction marks become spaces', () => {
  expect(oneLine(' a\n\tb\u001b[31m\u202ec ', 80)).toBe('a b [31m c');
});

test('long text is cut', () => {
  expect(oneLine('x'.repeat(100), 10)).toBe(`${'x'.repeat(9)}…`);
  expect(oneLine('x'.repeat(10), 10)).toBe('x'.repeat(10));
});

test('an answer never carries more than one line of 300 characters', () => {
  const citation = { evidence: 'sha256:0', location: 'x', strength: 'observed' } as const;
  expect(no('y\n'.repeat(1000), [citation]).because).toMatch(/^[^\n]{300}$/);
  expect(unknown('why', 'z\n'.repeat(1000)).resolve).toMatch(/^[^\n]{300}$/);
});
