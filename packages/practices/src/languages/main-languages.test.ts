// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { mainLanguages } from './main-languages.ts';

const tree = (...languages: readonly (readonly [string, number])[]): Parameters<typeof mainLanguages>[0] => ({
  files: 9,
  sourceFiles: 9,
  submodules: [],
  unread: [],
  languages: languages.map(([language, bytes]) => ({
    language,
    bytes,
    files: 1,
  })),
});

test('families are summed before they are compared', () => {
  const main = mainLanguages(tree(['Python', 500], ['TypeScript', 400], ['JavaScript', 300]));
  expect(main.map(({ language, percent }) => [language, percent])).toEqual([
    ['TypeScript', 58],
    ['Python', 42],
  ]);
});

test('a small part is no main language, the largest always is', () => {
  expect(mainLanguages(tree(['Go', 950], ['Shell', 50])).map(({ language }) => language)).toEqual(['Go']);
  expect(mainLanguages(tree())).toEqual([]);
});

test('build files are no source, even alone', () => {
  expect(mainLanguages(tree(['Makefile', 900], ['C', 100])).map(({ language }) => language)).toEqual(['C']);
  expect(mainLanguages(tree(['Makefile', 900]))).toEqual([]);
});
