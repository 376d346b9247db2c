// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { pathCoverage, sampleSources } from './path-coverage.ts';

const many = (count: number, name: (index: number) => string, size = 100) =>
  Array.from({ length: count }, (_, index) => ({ path: name(index), size }));
const sources = sampleSources([
  ...many(60, (index) => `lib/a${index}.c`),
  { path: 'projects/os400/x.c', size: 10 },
  { path: 'tests/t.py', size: 10 },
  { path: 'docs/conf.py', size: 900_000 },
]);

test.each([
  ['everything', /./, 'documentation'],
  ['all but a stray port of the main language', /^(?:lib|tests)\//, 'main-language'],
  ['the main language', /\.c$/, 'main-language'],
  ['another language', /\.py$/, 'partial'],
  ['some of it', /^lib\/a1/, 'partial'],
] as const)('%s: %s %s', (_, starts, coverage) => {
  expect(pathCoverage(sources, (path) => starts.test(path))).toBe(coverage);
});

test('without sources there is nothing to judge by', () => {
  expect(pathCoverage(sampleSources([{ path: 'README.md', size: 1 }]), () => true)).toBe('partial');
});
