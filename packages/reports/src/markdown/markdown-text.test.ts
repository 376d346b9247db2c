// SPDX-License-Identifier: Apache-2.0
import MarkdownIt from 'markdown-it';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostileText } from '../testing/hostile-assessment.ts';
import { visibleLine } from '../visible-text.ts';
import { markdownCode, markdownText } from './markdown-text.ts';

// As lenient as a forge: HTML passes, addresses become links, tables are on.
const markdown = new MarkdownIt({ html: true, linkify: true });

/** What a reader reads, and the elements around it. */
function rendered(text: string): { readonly elements: readonly string[]; readonly words: string } {
  const page = markdown.render(text);
  const elements = [...page.matchAll(/<(\/?[a-z0-9]+)[^>]*>/gu)].map((found) => found[1] ?? '');
  const words = page.replace(/<[^>]*>/gu, '').replaceAll('\u200B', '');
  const entities: { readonly [name: string]: string } = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
  return { elements, words: words.replace(/&(?:lt|gt|quot|amp);/gu, (found) => entities[found] ?? found).trim() };
}

const readAs = (text: string): string => visibleLine(text).replaceAll('\u200B', '');

test('nobody is mentioned, nothing is linked, no markup begins', () => {
  expect(markdownText('@everyone see #12 at https://a.example')).toBe(
    '&#64;&#8203;everyone see &#35;&#8203;12 at https:&#8203;//a.example',
  );
  expect(markdownText('1. one')).toBe('&#8203;1. one');
});

test('text reads as it was, in a paragraph of its own and nothing else', () => {
  fc.assert(
    fc.property(hostileText(), (text) => {
      const { elements, words } = rendered(`x ${markdownText(text)}`);
      expect(elements).toEqual(['p', '/p']);
      expect(words).toBe(`x ${readAs(text)}`.trim());
    }),
  );
});

test('it begins no block either', () => {
  fc.assert(
    fc.property(hostileText(), (text) => {
      expect(rendered(`${markdownText(text)}.`).elements).toEqual(['p', '/p']);
    }),
  );
});

test('in a table it stays in its cell', () => {
  fc.assert(
    fc.property(hostileText(), (text) => {
      const { elements } = rendered(`| a | b |\n|---|---|\n| ${markdownText(text)} | ${markdownCode(text)} |`);
      expect(elements.filter((element) => element === 'td').length).toBe(2);
      expect(elements.filter((element) => element === 'code').length).toBe(1);
      expect(elements).not.toContain('a');
    }),
  );
});
