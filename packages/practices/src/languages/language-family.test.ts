// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { coversLanguage, languageFamily } from './language-family.ts';

test.each([
  [['javascript-typescript'], 'TypeScript', true],
  [['c-cpp'], 'C++', true],
  [['golang'], 'Go', true],
  [['*'], 'Zig', true],
  [['zig'], 'Zig', true],
  [['python'], 'Rust', false],
  [['rust'], 'Zig', false],
  [[], 'Python', false],
  [['constructor'], 'toString', false],
])('%j covers %s: %s', (listed, language, covered) => {
  expect(coversLanguage(listed, language)).toBe(covered);
});

test('a language that we do not know has no family', () => {
  expect(languageFamily('Brainfuck')).toBeNull();
  expect(languageFamily('constructor')).toBeNull();
});
