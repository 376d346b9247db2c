// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { labelledProjects } from './labelled-project.ts';
import { mergeQuality } from './merge-quality.ts';

const shareMin = 0.95;
const qualities = (await labelledProjects()).map(mergeQuality);
const sum = (of: (quality: (typeof qualities)[number]) => number): number =>
  qualities.reduce((total, quality) => total + of(quality), 0);

test.each(qualities)('$project: every label names a result', ({ broken }) => {
  expect(broken).toEqual([]);
});

test.each(qualities)('$project: no two different things are merged', ({ wrong }) => {
  expect(wrong).toEqual([]);
});

test('of the pairs that a person calls one, at least 95 % are merged', () => {
  const missed = qualities.flatMap(({ project, missed: pairs }) => pairs.map((pair) => `${project}: ${pair}`));
  expect(sum(({ same }) => same)).toBeGreaterThan(190);
  expect(sum(({ merged }) => merged) / sum(({ same }) => same), missed.join('\n')).toBeGreaterThanOrEqual(shareMin);
});

test('so are those of two tools alone', () => {
  expect(sum(({ mergedOfTwoTools }) => mergedOfTwoTools) / sum(({ sameOfTwoTools }) => sameOfTwoTools)).toBeGreaterThanOrEqual(shareMin);
});
