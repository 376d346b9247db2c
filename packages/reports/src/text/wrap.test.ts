// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrap } from './wrap.ts';

test('breaks at spaces', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
});

test('says that lines are missing', () => {
  expect(wrap('one two three four', 5, { linesMax: 2 })).toEqual(['one', 'two…']);
});

test('a word that is wider than a line is cut, unless somebody has to copy it', () => {
  expect(wrap('by abcdefg of', 5)).toEqual(['by', 'abcde', 'fg of']);
  expect(wrap('by abcdefg of', 5, { wholeWords: true })).toEqual(['by', 'abcdefg', 'of']);
});

test('no line is wider than asked, and no word is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,30}$/)), fc.integer({ min: 5, max: 80 }), (words, width) => {
      const lines = wrap(words.join(' '), width);
      expect(lines.every((line) => line.length <= width)).toBe(true);
      expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
    }),
  );
});
