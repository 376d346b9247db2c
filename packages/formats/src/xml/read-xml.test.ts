// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextFault } from '../imports/text-fault.ts';
import { bytesOf } from '../testing/bytes-of.ts';
import { readXml } from './read-xml.ts';

function walked(text: string | Uint8Array): { readonly fault: TextFault | null; readonly heard: readonly string[] } {
  const heard: string[] = [];
  const fault = readXml(typeof text === 'string' ? bytesOf(text) : text, {
    open: (name, attributes, depth) => {
      heard.push(`${depth} ${name} ${JSON.stringify(Object.fromEntries(attributes()))}`);
    },
    close: (name) => {
      heard.push(`/${name}`);
    },
  });
  return { fault, heard };
}

test('elements in order, attributes with their references resolved', () => {
  const { fault, heard } = walked(
    `\u{feff}<?xml version="1.0"?><!-- <x> --><a b="1 &lt; 2 &#65;&#x42; &unknown;" c='>'><![CDATA[<no/>]]><d/></a>\n`,
  );
  expect(fault).toBeNull();
  expect(heard).toEqual(['1 a {"b":"1 < 2 AB &unknown;","c":">"}', '2 d {}', '/d', '/a']);
});

test.each([
  ['<!DOCTYPE a [<!ENTITY x "y">]><a/>', /document type/],
  ['<a><!ENTITY x SYSTEM "file:///etc/passwd"></a>', /document type/],
  ['<a>', /ends inside <a>/],
  ['<a></b>', /closes nothing/],
  ['<a/><b/>', /more than one root/],
  ['text', /outside the root/],
  ['', /no element/],
  ['<a b=1/>', /attribute/],
  ['<a b="1" b="2"/>', /attribute/],
  ['<a <b/>', /inside a tag/],
  ['<a><!-- ', /missing/],
  ['<a'.padEnd(50, 'a'), /does not end/],
  ['<1/>'.replace('1', '!'), /document type/],
])('%s is refused', (text, because) => {
  expect(walked(text).fault?.because).toMatch(because);
});

test('depth is bounded; the fault names its line', () => {
  expect(walked('<a>'.repeat(201)).fault).toMatchObject({ code: 'too-large' });
  expect(walked('<a>\n\n </b></a>').fault).toMatchObject({ line: 3, column: 2 });
});

test('no bytes make it throw', () => {
  const pieces = fc.array(
    fc.constantFrom(
      '<',
      '>',
      '</',
      'a',
      '/>',
      '="',
      "'",
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      '<!DOCTYPE',
      '&#0;',
      ' ',
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
        expect(walked(bytes).heard.length).toBeGreaterThanOrEqual(0);
      },
    ),
    { numRuns: 1000 },
  );
});
