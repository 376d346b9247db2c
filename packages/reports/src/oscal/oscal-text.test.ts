// SPDX-License-Identifier: Apache-2.0
import MarkdownIt from 'markdown-it';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostileText } from '../testing/hostile-assessment.ts';
import { oscalMarkup, oscalString } from './oscal-text.ts';

const markdown = new MarkdownIt({ html: true });

test('plain words stay plain, markup and lists do not begin', () => {
  expect(oscalMarkup('27 of 30, see (a) "b"')).toBe('27 of 30, see (a) "b"');
  expect(oscalMarkup('1. *x* <b>')).toBe('1\\. \\*x\\* \\<b\\>');
  expect(oscalString(' \n ')).toBe('(empty)');
});

test('text from outside is one paragraph and nothing else', () => {
  fc.assert(
    fc.property(hostileText(), (text) => {
      expect(markdown.render(oscalMarkup(text)).replace(/[^<>]*(<\/?[a-z0-9]+)[^>]*>[^<>]*/gu, '$1>')).toBe('<p></p>');
    }),
  );
});
