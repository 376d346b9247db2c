// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf } from '../testing/bytes-of.ts';
import { parseXml } from './parse-xml.ts';
import { attributeIn, elementsOf, textIn } from './xml-element.ts';

test('only what is asked for is built, by names without prefixes', () => {
  const parsed = parseXml(
    bytesOf(
      '<v:a xmlns:v="x"><b k=" 1 "> one &amp; <c>no</c><![CDATA[<two> &amp;]]></b><d><b>no</b></d><b>three</b></v:a>',
    ),
    { b: {} },
  );
  if (parsed.state === 'failed') throw new Error(parsed.fault.because);
  const { root } = parsed;
  expect(root.name).toBe('a');
  expect(elementsOf(root, 'b').map(({ text }) => text)).toEqual([' one & <two> &amp;', 'three']);
  expect([textIn(root, 'b'), textIn(root, 'c'), attributeIn(root.children[0], 'k')]).toEqual([
    'one & <two> &amp;',
    null,
    '1',
  ]);
});

test('a document type is refused unless it is to be passed over, and then declares nothing', () => {
  const bomb = bytesOf(
    `<!DOCTYPE a PUBLIC "x" 'y' [<!-- ]> --><!ENTITY e "&f;&f;]>"><!ENTITY f SYSTEM "file:///etc/passwd">]><a>&e;&f;</a>`,
  );
  expect(parseXml(bomb, {})).toMatchObject({ state: 'failed' });
  expect(parseXml(bomb, {}, 'passed-over')).toMatchObject({ state: 'parsed', root: { text: '&e;&f;' } });
});

test.each([
  ['no end', '<!DOCTYPE a [<!ELEMENT a ANY><a/>'],
  ['too large', `<!DOCTYPE a [${'<!ELEMENT a ANY>'.repeat(10_000)}]><a/>`],
  ['inside the root', '<a><!DOCTYPE a></a>'],
])('a document type with %s is refused', (_, text) => {
  expect(parseXml(bytesOf(text), {}, 'passed-over').state).toBe('failed');
});

test('text is bounded', () => {
  const parsed = parseXml(bytesOf(`<a>${'é'.repeat(50_000)}</a>`), {});
  expect(parsed.state === 'parsed' && parsed.root.text.length).toBeLessThanOrEqual(20_001);
});

test('no bytes make it throw', () => {
  const pieces = fc.array(
    fc.constantFrom(
      '<a>',
      '</a>',
      '<b/>',
      '<![CDATA[',
      ']]>',
      '<!DOCTYPE a',
      '[',
      ']',
      '>',
      "'",
      '<!ENTITY',
      '&e;',
      '--',
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        pieces.map((parts) => bytesOf(parts.join(''))),
      ),
      (bytes) => {
        expect(['parsed', 'failed']).toContain(parseXml(bytes, { a: { b: {} } }, 'passed-over').state);
      },
    ),
    { numRuns: 1000 },
  );
});
