// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson, parseJsonWithComments } from './parse-json.ts';

describe('parseJsonWithComments', () => {
  test('takes comments and trailing commas, and leaves strings alone', () => {
    const text = `{
      // a comment with "quotes" and a comma,
      "url": "https://example.com/*not a comment*/", /* another */
      "list": [1, 2, ], // trailing
      "text": "a, ]",
    }`;
    expect(parseJsonWithComments(text)).toEqual({
      ok: true,
      value: { url: 'https://example.com/*not a comment*/', list: [1, 2], text: 'a, ]' },
    });
  });

  test('understands all JSON as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(parseJsonWithComments(text)).toEqual(parseJson(text));
        expect(parseJsonWithComments(` // first\n${text} /* last */`)).toEqual(parseJson(text));
      }),
    );
  });

  test('never throws, and says what is wrong', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const result = parseJsonWithComments(text);
        expect(result.ok ? 'not valid JSON' : result.because).toMatch(/^not valid JSON/u);
      }),
    );
  });

  test('is linear in comments that never end and commas that never close', () => {
    const started = performance.now();
    for (const part of ['/*', '//', ',', '"', '/', ', // x\n', '\\"'])
      parseJsonWithComments(`{${part.repeat(200_000)}`);
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
