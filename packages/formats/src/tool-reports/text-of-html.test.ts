// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { textOfHtml } from './text-of-html.ts';

test.each([
  ['<p>One &amp; <b>two</b>.</p><p>Three.</p>', 'One & two.\nThree.'],
  ['<ul><li>a</li><li>b</li></ul>', 'a\nb'],
  ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
  ['&lt;script&gt; &#65; &#55296; &unknown;', '<script> A \ufffd &unknown;'],
])('%s', (html, text) => {
  expect(textOfHtml(html)).toBe(text);
});

test('what never ends is cut', () => {
  expect(textOfHtml('<a'.repeat(100_000)).length).toBeLessThanOrEqual(20_000);
});
