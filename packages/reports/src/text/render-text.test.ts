// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anAction } from '../testing/an-action.ts';
import { anAssessment } from '../testing/an-assessment.ts';
import { hostileAssessment } from '../testing/hostile-assessment.ts';
import { renderText } from './render-text.ts';

const assessment = anAssessment();
const ids = assessment.tasks.map(({ id }) => id);

/** Every task that a line begins with, alone or in a list. */
const told = (text: string): readonly string[] =>
  text
    .slice(0, text.indexOf('\nNot looked at'))
    .split('\n')
    .flatMap((line) => {
      const start = /^ {4}(?:[✓◐✗?–] )?((?:[A-Z]{2}\.\d\.\d(?:, )?)+)/u.exec(line)?.[1] ?? '';
      const more = /^ {6}((?:[A-Z]{2}\.\d\.\d(?:, |:))+)/u.exec(line)?.[1] ?? '';
      return `${start}, ${more}`.match(/[A-Z]{2}\.\d\.\d/gu) ?? [];
    });

test.each([40, 60, 79, 80, 100, 120, 200])(
  'every task stands there once, and no line is too wide: %s columns',
  (width) => {
    const text = renderText(assessment, { width, actions: [anAction()] });
    expect(told(text).toSorted()).toEqual(ids.toSorted());
    expect(text.split('\n').filter((line) => line.length > width)).toEqual([]);
  },
);

test('tasks of which nothing is known stand together by their reason, after the others', () => {
  const text = renderText(assessment, { width: 100 });
  const lines = text.split('\n');
  const blank = lines.findIndex((line) => line.includes('nothing to go by yet'));
  expect(blank).toBeGreaterThan(lines.findIndex((line) => line.includes('PO.3.2')));
  expect(lines[blank + 1]).toMatch(/^ {4}PO\.1\.1, PO\.1\.2, .*: security\/records\.yaml/u);
  expect(text).toContain('RV.3.4: RV.3.4 has no procedure yet');
});

test('verbose shows every answer, what would answer it, and all places', () => {
  const text = renderText(assessment, { width: 100, verbose: true }).replaceAll(/\s+/gu, ' ');
  const answers = assessment.verdicts.flatMap((verdict) => verdict.answers);
  expect(answers.filter(({ check }) => !text.includes(check))).toEqual([]);
  const places = answers.flatMap(({ answer }) => answer.citations.map(({ location }) => location));
  const plain = places.filter((place) => /^[\w./:]+$/u.test(place));
  expect(plain.length).toBeGreaterThan(10);
  expect(plain.filter((place) => !text.replaceAll(' ', '').includes(place))).toEqual([]);
  expect(text).not.toContain('nothing to go by yet');
});

test('unknown is told apart from failure by word and symbol, and there is no score', () => {
  const text = renderText(assessment, { width: 120 });
  expect(text).toContain('✓ 8 of 42 tasks met');
  expect(text).toContain('? 26 unknown');
  expect(text).not.toMatch(/\d\s*%\s*(?:met|compliant)|score/iu);
});

test('whatever stands in names and reasons, a terminal has nothing to obey', () => {
  fc.assert(
    fc.property(hostileAssessment(), fc.boolean(), (hostile, verbose) => {
      expect(renderText(hostile, { width: 80, verbose })).not.toMatch(/[[\p{Cc}\u202A-\u202E\u2066-\u2069]--\n]/v);
    }),
    { numRuns: 40 },
  );
});
