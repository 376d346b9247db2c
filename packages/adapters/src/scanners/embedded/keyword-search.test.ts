// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createKeywordSearch } from './keyword-search.ts';

function found(keywords: readonly string[], text: string, ignoreCase = false): readonly string[] {
  const hits: string[] = [];
  createKeywordSearch(keywords, { ignoreCase })(text, (keyword, at) => {
    hits.push(`${at}:${keywords[keyword]}`);
  });
  return hits.sort();
}

it('finds literals within literals and across each other', () => {
  expect(found(['he', 'she', 'his', 'hers'], 'ushers his')).toEqual(['1:she', '2:he', '2:hers', '7:his']);
});

it('passes over what is not ASCII', () => {
  expect(found(['key'], 'kéy ключ 🔑key')).toEqual(['11:key']);
});

it('finds in any case where it shall', () => {
  expect(found(['api_key'], 'API_KEY Api_Key', true)).toEqual(['0:api_key', '8:api_key']);
  expect(found(['api_key'], 'API_KEY')).toEqual([]);
});

it('stops when it is told to', () => {
  let calls = 0;
  createKeywordSearch(['a'])('aaaa', () => (calls += 1) === 2);
  expect(calls).toBe(2);
});

it('finds what indexOf finds', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 1, maxLength: 8 }),
      fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é') }),
      (keywords, text) => {
        const expected: string[] = [];
        for (const keyword of keywords)
          for (let at = text.indexOf(keyword); at >= 0; at = text.indexOf(keyword, at + 1))
            expected.push(`${at}:${keyword}`);
        expect(found(keywords, text)).toEqual(expected.sort());
      },
    ),
  );
});
