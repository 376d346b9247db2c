// SPDX-License-Identifier: Apache-2.0
import MarkdownIt from 'markdown-it';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anAction } from '../testing/an-action.ts';
import { anAssessment } from '../testing/an-assessment.ts';
import { hostileAssessment, withTexts } from '../testing/hostile-assessment.ts';
import { commentLengthMax, renderMarkdown } from './render-markdown.ts';

const markdown = new MarkdownIt({ html: true, linkify: true });

const elementsOf = (text: string): readonly string[] =>
  [...markdown.render(text).matchAll(/<(\/?[a-z0-9]+)[^>]*>/gu)].map((found) => found[1] ?? '');

test('the comment that people read', async () => {
  await expect(renderMarkdown(anAssessment(), { actions: [anAction()] })).toMatchFileSnapshot('fixtures/comment.md');
});

test('no text from outside adds or removes an element, links, or mentions', () => {
  const expected = elementsOf(renderMarkdown(withTexts(anAssessment(), ['plain'])));
  expect(expected).not.toContain('a');
  fc.assert(
    fc.property(hostileAssessment(), (assessment) => {
      const comment = renderMarkdown(assessment);
      expect(elementsOf(comment)).toEqual(expected);
      expect(comment).not.toMatch(/@|[[\p{Cc}\p{Cf}\p{Cs}]--\n]/v);
    }),
    { numRuns: 40 },
  );
});

test('it stays within what forges take, closes what it opened, and says what was cut', () => {
  const notLookedAt = Array.from({ length: 5000 }, (_, index) => ({
    area: 'files' as const,
    what: 'x'.repeat(500),
    because: `${'|'.repeat(490)} ${index}`,
    resolve: '@'.repeat(500),
  }));
  const comment = renderMarkdown(anAssessment({ notLookedAt }));
  expect(comment.length).toBeLessThanOrEqual(commentLengthMax);
  expect(comment).toMatch(/\d+ of 5000 are left out here/u);
  expect(comment.match(/<details>/gu)?.length).toBe(comment.match(/<\/details>/gu)?.length);
});

test('what has to be done is the last to be cut', () => {
  const many = Array.from({ length: 400 }, () => anAssessment().verdicts).flat();
  const comment = renderMarkdown(anAssessment({ verdicts: many }));
  expect(comment.length).toBeLessThanOrEqual(commentLengthMax);
  expect(comment).toMatch(/<summary>✗ Not met or partly met: 2000<\/summary>[^]*of 2000 are left out here/u);
});

test('nothing to say says nothing more', () => {
  const comment = renderMarkdown(
    anAssessment({
      verdicts: anAssessment().verdicts.map((verdict) => ({ ...verdict, verdict: 'met' })),
      exceptions: [],
      tailoring: [],
      notLookedAt: [],
    }),
  );
  expect(comment).not.toContain('<details>');
});

test('a draft catalog says that it is one', () => {
  const { catalog } = anAssessment();
  expect(renderMarkdown(anAssessment({ catalog: { ...catalog, status: 'initial-public-draft' } }))).toContain(
    '(a draft, not normative)',
  );
});
