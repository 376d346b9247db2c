// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rateCvss } from './rate-cvss.ts';
import { scoreCvss } from './score-cvss.ts';

const read = <T>(name: string): readonly T[] =>
  JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8')) as readonly T[];

type Published = { readonly vector: string; readonly baseScore: number; readonly baseSeverity: string };

test.each(['cvss-3.0-published', 'cvss-3.1-published', 'cvss-4.0-published'])('%s: score and rating', (name) => {
  const published = read<Published>(name);
  expect(published.length).toBeGreaterThan(100);
  for (const { vector, baseScore, baseSeverity } of published) {
    const score = scoreCvss(vector);
    expect(score?.score, vector).toBe(baseScore);
    expect(score && rateCvss(score.version, score.score), vector).toBe(baseSeverity.toLowerCase());
  }
});

test('the macro vectors of FIRST, with threat and environment', () => {
  const vectors = read<{ readonly vector: string; readonly score: number; readonly severity: string }>(
    'cvss-4.0-macrovectors-first',
  );
  expect(vectors).toHaveLength(135);
  for (const { vector, score, severity } of vectors) {
    expect(scoreCvss(vector)?.score, vector).toBe(score);
    expect(rateCvss('4.0', score)).toBe(severity.toLowerCase());
  }
});

test('published scores that are not the base score are told apart from it', () => {
  type Inconsistent = { readonly vector: string; readonly publishedScores: readonly number[]; readonly base: number };
  for (const { vector, publishedScores, base } of read<Inconsistent>('cvss-3.1-published-inconsistent')) {
    expect(scoreCvss(vector)?.score, vector).toBe(base);
    expect(publishedScores, vector).not.toContain(base);
  }
  expect(scoreCvss('CVSS:4.0/AV:N/AC:H/AT:P/PR:H/UI:A/VC:L/VI:H/VA:N/SC:N/SI:N/SA:N')?.score).toBe(5.7);
});

// CVSS v2.0 §3.3.1 to §3.3.3: the worked examples CVE-2002-0392, CVE-2003-0818 and CVE-2003-0062.
test.each([
  ['AV:N/AC:L/Au:N/C:N/I:N/A:C/E:F/RL:OF/RC:C', 7.8],
  ['AV:N/AC:L/Au:N/C:C/I:C/A:C/E:F/RL:OF/RC:C', 10],
  ['(AV:L/AC:H/Au:N/C:C/I:C/A:C/E:POC/RL:OF/RC:C)', 6.2],
])('version 2.0: %s', (vector, score) => {
  expect(scoreCvss(vector)).toMatchObject({ version: '2.0', score });
});

test('the order of the metrics does not matter', () => {
  expect(scoreCvss('CVSS:3.1/AC:L/AV:N/A:H/C:H/I:H/PR:N/S:U/UI:N')).toEqual(
    scoreCvss('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'),
  );
});

test.each([
  '',
  'CVSS:3.1/AV:N',
  'CVSS:3.1/AV:Q/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
  'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/ZZ:X',
  'CVSS:3.1/AV:N/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
  'CVSS:9.9/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
  'AV:N/AC:L/Au:N/C:N/I:N',
  '7.5',
  `CVSS:3.1/${'AV:N/'.repeat(100_000)}`,
])('no complete vector: %.60s', (vector) => {
  expect(scoreCvss(vector)).toBeNull();
});

test.each([
  ['3.1', 0, 'none'],
  ['4.0', 0.1, 'low'],
  ['4.0', 4, 'medium'],
  ['3.0', 8.9, 'high'],
  ['3.1', 9, 'critical'],
  ['2.0', 10, 'high'],
  ['2.0', 0, 'low'],
] as const)('version %s rates %d %s', (version, score, rating) => {
  expect(rateCvss(version, score)).toBe(rating);
});
