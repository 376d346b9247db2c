// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { aHelp, anAction } from '../testing/an-action.ts';
import { anAssessment } from '../testing/an-assessment.ts';
import { hostileName } from '../testing/fixture-answers.ts';
import { hostileAssessment, withTexts } from '../testing/hostile-assessment.ts';
import { renderHtml } from './render-html.ts';

const page = renderHtml(anAssessment());
const matches = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map((found) => found[1] ?? '');

test('the same assessment gives the same bytes', () => {
  expect(renderHtml(anAssessment())).toBe(page);
});

test('it says how many are met and how many are unknown, and gives no score', () => {
  const text = page.replace(/<[^>]*>/gu, '').replace(/\s+/gu, ' ');
  expect(text).toContain('8 of 42 tasks met with fresh evidence, 26 unknown');
  expect(text).not.toMatch(/\bscore|compliant\b/iu);
});

test('every task stands once in the matrix and once in full', () => {
  const ids = anAssessment().tasks.map(({ id }) => `task-${id}`);
  expect(matches(page, /class="body" id="([^"]+)"/gu)).toEqual(ids);
  expect(matches(page, /class="cell \w+" href="#([^"]+)"/gu)).toEqual(ids);
});

test('every link leads to a place on the page, and no id is given twice', () => {
  const ids = matches(page, / id="([^"]+)"/gu);
  expect(new Set(ids).size).toBe(ids.length);
  expect(
    matches(page, / href="([^"]*)"/gu).filter((href) => !ids.includes(href.slice(1)) || !href.startsWith('#')),
  ).toEqual([]);
});

test('nothing may run or load but the one style and script, by their hashes', () => {
  const policy = matches(page, /http-equiv="Content-Security-Policy" content="([^"]*)"/gu)[0]?.replaceAll('&#39;', "'");
  const source = (element: string): string => {
    const [content = ''] = matches(page, new RegExp(`<${element}>([^]*?)</${element}>`, 'gu'));
    return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
  };
  expect(policy).toBe(
    `default-src 'none'; style-src ${source('style')}; script-src ${source('script')}; base-uri 'none'; form-action 'none'`,
  );
  expect(page).not.toMatch(/<[a-z][^<>]* (?:style|src|srcset|action|on[a-z]+)=/u);
});

test('what was not looked at, exceptions without approval and tailoring are shown', () => {
  expect(page).toContain('What was not looked at, and why');
  expect(page).toContain('<b>Not approved.</b>');
  expect(page).toContain('Without its tailoring the verdict would be');
});

test('facts are not shown: they can hold people’s addresses', () => {
  expect(page).not.toContain('somebody@example.com');
});

test('a hostile name is shown as it is and does nothing', () => {
  expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;|`code`@everyone');
  expect(page).toContain('⟨U+202E⟩txt.exe⟨U+001B⟩[31mred⟨U+0007⟩');
  expect(page).not.toContain(hostileName);
});

/** The elements of a page without its texts and attribute values. */
const skeleton = (text: string): string => text.replace(/"[^"]*"/gu, '""').replace(/>[^<]*</gu, '><');

test('no text from outside changes the elements of the page', () => {
  // Texts that are the same stand once where they are grouped: here, as there, each is another.
  const expected = skeleton(renderHtml(withTexts(anAssessment(), ['plain'])));
  fc.assert(
    fc.property(hostileAssessment(), (assessment) => {
      const hostile = renderHtml(assessment);
      expect(skeleton(hostile)).toBe(expected);
      expect(hostile).not.toMatch(/[[\p{Cc}\p{Cf}\p{Cs}]--[\n\t]]/v);
    }),
    { numRuns: 40 },
  );
});

test('help and first steps are shown where the caller has them', () => {
  const helped = renderHtml(anAssessment(), { help: aHelp, actions: [anAction()] });
  expect(helped).toContain('How to get to yes');
  expect(helped).toContain('What to do first');
  expect(page).not.toContain('How to get to yes');
});

/** The tag beside a citation of a place. */
const tagOf = (location: string): string | undefined =>
  new RegExp(`<bdi>${location}</bdi></code></a>\\s*<span class="tag">([a-z]+)<`, 'u').exec(page)?.[1];

test('what was not seen has no strength beside it', () => {
  expect(tagOf('forge-settings')).toBe('unavailable');
  expect(tagOf('renovate.json')).toBe('observed');
});

test('a draft catalog says that it is one', () => {
  const { catalog } = anAssessment();
  const draft = renderHtml(
    anAssessment({ catalog: { ...catalog, id: 'ssdf-1.2-draft', status: 'initial-public-draft' } }),
  );
  expect(draft).toContain('This catalog is a draft (initial-public-draft): it is not normative.');
  expect(page).not.toContain('class="draft"');
});
