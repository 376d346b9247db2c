// SPDX-License-Identifier: Apache-2.0
import { faultAt, type TextFault } from '../imports/text-fault.ts';
import { localName } from './local-name.ts';
import { type DocumentType, readXml, type XmlVisitor } from './read-xml.ts';
import type { XmlElement } from './xml-element.ts';
import type { XmlKeep } from './xml-keep.ts';

const keptMax = 1_000_000;
const textBytesMax = 20_000;

export type ParsedXml =
  | { readonly state: 'parsed'; readonly root: XmlElement }
  | { readonly state: 'failed'; readonly fault: TextFault };

type Building = {
  readonly keep: XmlKeep;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
};

/**
 * Parses an XML document and builds only the root element and what `keep` asks for below it, so that memory follows what is
 * used and not the size of the file. At most 1 000 000 elements are kept, and of each the first 20 000 bytes of its text.
 */
export function parseXml(bytes: Uint8Array, keep: XmlKeep, documentType: DocumentType = 'refused'): ParsedXml {
  const tree = new Tree(keep);
  const fault = readXml(bytes, tree, documentType);
  if (fault !== null) return { state: 'failed', fault };
  if (tree.root === null || tree.kept > keptMax)
    return {
      state: 'failed',
      fault: faultAt(bytes, 0, { code: 'too-large', because: `more than ${keptMax} elements of interest` }),
    };
  return { state: 'parsed', root: tree.root };
}

class Tree implements XmlVisitor {
  root: XmlElement | null = null;
  kept = 0;
  readonly #open: Building[] = [];
  /** How many elements are open below the innermost one that is kept. */
  #passed = 0;
  readonly #keep: XmlKeep;

  constructor(keep: XmlKeep) {
    this.#keep = keep;
  }

  open(name: string, attributes: () => ReadonlyMap<string, string>): void {
    const keep = this.#open.length === 0 && this.#passed === 0 ? this.#keep : this.#keepOf(localName(name));
    if (keep === undefined || this.kept > keptMax) {
      this.#passed += 1;
      return;
    }
    this.kept += 1;
    this.#open.push({ keep, attributes: attributes(), children: [], text: '' });
  }

  close(name: string): void {
    if (this.#passed > 0) {
      this.#passed -= 1;
      return;
    }
    const built = this.#open.pop();
    if (built === undefined) return;
    const { attributes, children, text } = built;
    const element: XmlElement = { name: localName(name), attributes, children, text: text.toWellFormed() };
    const parent = this.#open.at(-1);
    if (parent === undefined) this.root = element;
    else parent.children.push(element);
  }

  text(read: (bytesMax: number) => string): void {
    const building = this.#open.at(-1);
    if (building === undefined || this.#passed > 0 || building.text.length >= textBytesMax) return;
    building.text += read(textBytesMax - building.text.length);
  }

  #keepOf(name: string): XmlKeep | undefined {
    const keep = this.#open.at(-1)?.keep;
    return this.#passed === 0 && keep !== undefined && Object.hasOwn(keep, name) ? keep[name] : undefined;
  }
}
