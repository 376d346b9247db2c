// SPDX-License-Identifier: Apache-2.0
import type { TextFault } from '../../imports/text-fault.ts';
import { localName } from '../../xml/local-name.ts';
import { readXml } from '../../xml/read-xml.ts';
import type { ReportShape } from '../report-parser.ts';

const elementsMax = 100;

export type XmlSample =
  | { readonly state: 'sampled'; readonly shape: Extract<ReportShape, { readonly syntax: 'xml' }> }
  | { readonly state: 'failed'; readonly fault: TextFault };

/** Root, its attributes and the names below it; of the head of a longer text as far as it goes. */
export function sampleXml(bytes: Uint8Array, isWhole: boolean): XmlSample {
  let root: string | null = null;
  let attributes: ReadonlyMap<string, string> = new Map();
  const elements = new Set<string>();
  const fault = readXml(
    bytes,
    {
      open: (name, attributesOf, depth) => {
        if (depth === 1) {
          root = localName(name);
          attributes = attributesOf();
        } else if (elements.size < elementsMax) elements.add(localName(name));
      },
      close: () => undefined,
    },
    'passed-over',
  );
  if (root === null || (fault !== null && isWhole))
    return { state: 'failed', fault: fault ?? { code: 'malformed', because: 'no element', line: 1, column: 1 } };
  return { state: 'sampled', shape: { syntax: 'xml', root, attributes, elements: [...elements] } };
}
