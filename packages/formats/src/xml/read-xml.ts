// SPDX-License-Identifier: Apache-2.0
import { decodeUtf8 } from '../json/decode-utf8.ts';
import { faultAt, type TextFault } from '../imports/text-fault.ts';
import { attributesOf } from './xml-attributes.ts';

const depthMax = 200;
const elementsMax = 5_000_000;

/** Hears of elements in document order. Attributes are decoded only when asked for. */
export type XmlVisitor = {
  readonly open: (name: string, attributes: () => ReadonlyMap<string, string>, depth: number) => void;
  readonly close: (name: string, depth: number) => void;
};

class XmlFault extends Error {
  readonly code: 'malformed' | 'too-large';
  constructor(message: string, code: 'malformed' | 'too-large' = 'malformed') {
    super(message);
    this.code = code;
  }
}

/**
 * Walks the elements of an XML 1.0 document in UTF-8. A document type declaration is refused, so there are no entities
 * beyond the five of XML; text, comments, CDATA and processing instructions are passed over. Depth is at most 200. Null:
 * the document is well-formed as far as is looked at.
 */
export function readXml(bytes: Uint8Array, visitor: XmlVisitor): TextFault | null {
  const walk = new XmlWalk(bytes, visitor);
  try {
    walk.document();
    return null;
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    return faultAt(bytes, walk.at, { code: error.code, because: error.message });
  }
}

class XmlWalk {
  at = 0;
  readonly #bytes: Uint8Array;
  readonly #visitor: XmlVisitor;
  readonly #open: string[] = [];
  #elements = 0;

  constructor(bytes: Uint8Array, visitor: XmlVisitor) {
    this.#bytes = bytes;
    this.#visitor = visitor;
  }

  document(): void {
    if (this.#startsWith([0xef, 0xbb, 0xbf])) this.at = 3;
    while (this.#toMarkup()) {
      if (this.#passedOver()) continue;
      if (this.#bytes[this.at + 1] === 0x2f) this.#endTag();
      else this.#startTag();
    }
    if (this.#open.length > 0) throw new XmlFault(`the text ends inside <${this.#open.at(-1) ?? ''}>`);
    if (this.#elements === 0) throw new XmlFault('there is no element');
  }

  /** Moves to the next '<'. Text outside the root element is no XML. */
  #toMarkup(): boolean {
    for (; this.at < this.#bytes.length; this.at += 1) {
      const byte = this.#bytes[this.at] ?? 0;
      if (byte === 0x3c) return true;
      if (this.#open.length === 0 && byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)
        throw new XmlFault('text outside the root element');
    }
    return false;
  }

  /** Comments, CDATA, processing instructions; a document type is refused. */
  #passedOver(): boolean {
    if (this.#bytes[this.at + 1] === 0x3f) return this.#pastText('?>');
    if (this.#bytes[this.at + 1] !== 0x21) return false;
    const start = decodeUtf8(this.#bytes, this.at, Math.min(this.at + 9, this.#bytes.length));
    if (start.startsWith('<!--')) return this.#pastText('-->', 4);
    if (start === '<![CDATA[' && this.#open.length > 0) return this.#pastText(']]>', 9);
    throw new XmlFault('a document type declaration is refused: reports need no entities');
  }

  #pastText(end: string, from = 2): boolean {
    const codes = [...end].map((letter) => letter.charCodeAt(0));
    for (let at = this.at + from; at + codes.length <= this.#bytes.length; at += 1) {
      if (!codes.every((code, index) => this.#bytes[at + index] === code)) continue;
      this.at = at + codes.length;
      return true;
    }
    throw new XmlFault(`'${end}' is missing`);
  }

  #endTag(): void {
    const end = this.#endOfTag(this.at + 2);
    const name = decodeUtf8(this.#bytes, this.at + 2, end).trimEnd();
    if (this.#open.at(-1) !== name) throw new XmlFault(`</${name.slice(0, 60)}> closes nothing that is open`);
    this.#visitor.close(name, this.#open.length);
    this.#open.pop();
    this.at = end + 1;
  }

  #startTag(): void {
    const end = this.#endOfTag(this.at + 1);
    const empty = this.#bytes[end - 1] === 0x2f;
    const to = empty ? end - 1 : end;
    const name = this.#name(this.at + 1, to);
    this.#elements += 1;
    if (this.#elements > elementsMax) throw new XmlFault(`more than ${elementsMax} elements`, 'too-large');
    if (this.#open.length === 0 && this.#elements > 1) throw new XmlFault('more than one root element');
    if (this.#open.length >= depthMax) throw new XmlFault(`nested deeper than ${depthMax}`, 'too-large');
    this.#open.push(name);
    const from = this.at + 1 + name.length;
    this.#visitor.open(name, () => this.#attributes(from, to), this.#open.length);
    if (empty) {
      this.#visitor.close(name, this.#open.length);
      this.#open.pop();
    }
    this.at = end + 1;
  }

  #attributes(from: number, to: number): ReadonlyMap<string, string> {
    const attributes = attributesOf(decodeUtf8(this.#bytes, from, to));
    if (attributes === null) throw new XmlFault('an attribute that XML does not allow');
    return attributes;
  }

  /** The '>' that ends a tag: one inside an attribute's quotes does not. */
  #endOfTag(from: number): number {
    let quote = 0;
    for (let at = from; at < this.#bytes.length; at += 1) {
      const byte = this.#bytes[at] ?? 0;
      if (quote !== 0) quote = byte === quote ? 0 : quote;
      else if (byte === 0x22 || byte === 0x27) quote = byte;
      else if (byte === 0x3e) return at;
      else if (byte === 0x3c) throw new XmlFault("'<' inside a tag");
    }
    throw new XmlFault('a tag that does not end');
  }

  #name(from: number, to: number): string {
    let end = from;
    while (end < to && isNameByte(this.#bytes[end] ?? 0)) end += 1;
    const next = this.#bytes[end] ?? 0;
    if (end === from || end - from > 200 || (end < to && next > 0x20)) throw new XmlFault('not a name of an element');
    return decodeUtf8(this.#bytes, from, end);
  }

  #startsWith(codes: readonly number[]): boolean {
    return codes.every((code, index) => this.#bytes[this.at + index] === code);
  }
}

/** ASCII names only: report formats have no others. */
function isNameByte(byte: number): boolean {
  const isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
  return isLetter || (byte >= 0x30 && byte <= 0x3a) || byte === 0x5f || byte === 0x2d || byte === 0x2e;
}
