// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parseFailOn, parseRules, parseTimeout, parseTools } from './scan-options.ts';

test('lists of tools, rules and times', () => {
  expect(parseTools('Bandit, semgrep,,')).toEqual(['bandit', 'semgrep']);
  expect(parseTools(undefined)).toEqual([]);
  expect([...parseRules(['semgrep=rules', 'nuclei=/a=b'])]).toEqual([
    ['semgrep', resolve('rules')],
    ['nuclei', '/a=b'],
  ]);
  expect(parseTimeout('90')).toBe(90_000);
  expect(parseTimeout(undefined)).toBe(null);
});

test.each(['', '0', '-1', '1.5', 'soon', '86401', 'Infinity'])('%j is no time', (text) => {
  expect(() => parseTimeout(text)).toThrow(/not a time/);
});

test.each(['semgrep', '=rules', 'semgrep='])('%j names no rules', (pair) => {
  expect(() => parseRules([pair])).toThrow(/not a tool with its rules/);
});

test('what was not rated fails, unless it is let pass', () => {
  expect([...(parseFailOn('high') ?? [])]).toEqual(['critical', 'high', 'unrated']);
  expect([...(parseFailOn('medium,rated') ?? [])]).toEqual(['critical', 'high', 'medium']);
  expect(parseFailOn(undefined)).toBe(null);
});

test.each(['', 'none', 'unrated', 'HIGH', 'high,', 'high,unrated'])('%j is no severity to fail on', (text) => {
  expect(() => parseFailOn(text)).toThrow(/not a severity to fail on/);
});
