// SPDX-License-Identifier: Apache-2.0
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostileText } from '../testing/hostile-assessment.ts';
import { html, trusted } from './markup.ts';

test('text is escaped, markup is kept, lists are joined, nothing is left out', () => {
  const items = ['a', '<b>'].map((item) => html`<i>${item}</i>`);
  expect(html`<p>${items}${null}${false}${7}${trusted('<hr>')}</p>`.markup).toBe(
    '<p><i>a</i><i>&lt;b&gt;</i>7<hr></p>',
  );
});

test('no text leaves the text or the attribute that it stands in', () => {
  fc.assert(
    fc.property(hostileText(), (text) => {
      const { markup } = html`<p title="${text}">${text}</p>`;
      expect(markup).toMatch(/^<p title="[^<>"']*">[^<>"']*<\/p>$/u);
    }),
  );
});
