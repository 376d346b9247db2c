// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileLinearRegex } from './linear-regex.ts';
import { compileGlob } from './path-glob.ts';

describe('compileLinearRegex', () => {
  it('agrees with the platform on the patterns that it knows', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      '.',
      'a*',
      'b+',
      'a?',
      '(a|b)',
      '(?:ab)*',
      '[ab]',
      '[^a]',
      'a{2}',
      'b{1,2}',
      '^',
      '$',
      '\\.',
      '\\d',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }),
        fc.array(fc.constantFrom('a', 'b', '.', '1'), { maxLength: 8 }),
        (pieces, chars) => {
          const [pattern, text] = [pieces.join(''), chars.join('')];
          expect(compileLinearRegex(pattern)?.test(text)).toBe(new RegExp(pattern).test(text));
        },
      ),
    );
  });

  it('does not backtrack, and refuses what it does not know', () => {
    const started = performance.now();
    expect(compileLinearRegex('^(((a+)+)+)+$')?.test(`${'a'.repeat(3000)}b`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(30_000);
    for (const pattern of ['(?=a)', '(a)\\1', '(', '(a{60}){60}', '*'])
      expect(compileLinearRegex(pattern)?.test('') ?? null).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (pattern, text) => {
        expect(() => compileLinearRegex(pattern)?.test(text)).not.toThrow();
        expect(() => compileGlob(pattern).test(text)).not.toThrow();
      }),
    );
  });
});

describe('compileGlob', () => {
  it('agrees with the same glob in a group, which no screen looks into', () => {
    const piece = fc.constantFrom('a', 'b', '/', '*', '**', '**/', '?', '[ab]', '.');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 6 }),
        fc.array(fc.constantFrom('a', 'b', '/', '.'), { maxLength: 6 }),
        (pieces, chars) => {
          const [glob, text] = [pieces.join(''), chars.join('')];
          expect(compileGlob(glob).test(text)).toBe(compileGlob(`{${glob}}`).test(text));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['**', 'a/b', true],
    ['*', 'a/b', false],
    ['*.md', 'a.md', true],
    ['**.md', 'a/b.md', true],
    ['docs/**', 'docs/a/b', true],
    ['**/docs/**', 'docs/a', true],
    ['{a,b}/*.go', 'b/x.go', true],
    ['v[12].*', 'v2.1', true],
    ['a.c', 'abc', false],
  ])('%s fits %s: %s', (glob, text, expected) => {
    expect(compileGlob(glob).test(text)).toBe(expected);
  });
});
