// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { shortened, visibleLine, visibleText } from './visible-text.ts';

test('what hides or reorders is written out, visible text stays', () => {
  expect(visibleText('a\u202Eb\u001B[31m\uD800\u{E0041}')).toBe('a⟨U+202E⟩b⟨U+001B⟩[31m⟨U+D800⟩⟨U+E0041⟩');
  expect(visibleText('naïve 漢字 🦀 עברית\n\tend')).toBe('naïve 漢字 🦀 עברית\n\tend');
});

test('a line is one line', () => {
  expect(visibleLine(' a\r\n\tb \u2028c')).toBe('a b ⟨U+2028⟩c');
});

test('a cut falls between characters and is shown', () => {
  expect(shortened('abcdef', 4)).toBe('abc…');
  expect(shortened('ab🦀def', 4)).toBe('ab…');
  expect(shortened('abcd', 4)).toBe('abcd');
});
