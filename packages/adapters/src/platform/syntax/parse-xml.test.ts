// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { childrenOf, childText, elementsOf, parseXml } from './parse-xml.ts';

describe('parseXml', () => {
  test('reads elements, attributes, text, CDATA and line numbers', () => {
    const result = parseXml(
      `<?xml version="1.0"?>\n<!-- a <comment> -->\n<m:project a="1" b='x > y'>\n  <name>A &amp; B</name>\n  <raw><![CDATA[<x>]]></raw>\n  <empty/>\n</m:project>\n`,
    );
    if (!result.ok) throw new Error(result.because);
    const root = result.value;
    expect([root.name, root.attributes.get('a'), root.attributes.get('b')]).toEqual(['project', '1', 'x > y']);
    expect([childText(root, 'name'), childText(root, 'raw'), childText(root, 'none')]).toEqual(['A & B', '<x>', null]);
    expect(childrenOf(root, 'empty')[0]?.line).toBe(6);
    expect([...elementsOf(root)].map(({ name }) => name)).toEqual(['project', 'name', 'raw', 'empty']);
  });

  test('replaces no entity of a document type and fetches nothing', () => {
    const bomb = `<!DOCTYPE x [ <!ENTITY a "aaaa"> <!ENTITY b "&a;&a;"> <!ENTITY c SYSTEM "file:///etc/passwd"> ]><x>&b;&c;</x>`;
    const result = parseXml(bomb);
    expect(result.ok && result.value.text.trim()).toBe('&b;&c;');
  });

  test.each([
    ['<a><b></a>', 'closes nothing'],
    ['<a>', 'does not end'],
    ['<a b="', 'does not end'],
    ['', 'does not end'],
    ['<a>'.repeat(1000), 'too large or deep'],
  ])('refuses %j', (text, because) => {
    const result = parseXml(text);
    expect(result.ok ? '' : result.because).toContain(because);
  });

  test('never throws', () => {
    const pieces = fc.constantFrom(
      '<a>',
      '</a>',
      '<a ',
      'b="',
      '"',
      '>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      'x',
      '&amp;',
      '<!DOCTYPE [',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (content) => {
        const result = parseXml(content);
        expect(result.ok ? 'not valid XML' : result.because).toMatch(/^not valid XML/u);
      }),
    );
  });

  test('is linear', () => {
    const started = performance.now();
    for (const part of ['<!x>', '<a b=', '<a/>', '<!--', 'a', '<', '&', '<![CDATA[', '<x y '])
      parseXml(`<r>${part.repeat(100_000)}`);
    parseXml(`<${'a'.repeat(500_000)}>`);
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
