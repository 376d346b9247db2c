// SPDX-License-Identifier: Apache-2.0
import { decodeUtf8 } from '../json/decode-utf8.ts';
import { faultAt, type TextFault } from '../imports/text-fault.ts';
import { pastDocumentType } from './past-document-type.ts';
import { resolveReferences } from './resolve-references.ts';
import { attributesOf } from './xml-attributes.ts';

const depthMax = 200;
const elementsMax = 5_000_000;

/**
 * Hears of elements and of the text in them, in document order. Attributes and text are decoded only when asked for; `text`
 * gives at most `bytesMax` bytes of one run of characters or one CDATA section.
 */
export type XmlVisitor = {
  readonly open: (name: string, attributes: () => ReadonlyMap<string, string>, depth: number) => void;
  readonly close: (name: string, depth: number) => void;
  readonly text?: (read: (bytesMax: number) => string) => void;
};

/**
 * What to do with a document type declaration. Evidence needs none and is refused with one; some tools write one into every
 * report, and it is then passed over: nothing that it declares is ever used.
 */
export type DocumentType = 'refused' | 'passed-over';

class XmlFault extends Error {
  readonly code: 'malformed' | 'too-large';
  constructor(message: string, code: 'malformed' | 'too-large' = 'malformed') {
    super(message);
    this.code = code;
  }
}

/**
 * Walks the elements of an XML 1.0 document in UTF-8. There are no entities beyond the five of XML, whatever a document type
 * declaration says; comments and processing instructions are passed over. Depth is at most 200. Null: the document is
 * well-formed as far as is looked at.
 */
export function readXml(
  bytes: Uint8Array,
  visitor: XmlVisitor,
  documentType: DocumentType = 'refused',
): TextFault | null {
  const walk = new XmlWalk(bytes, visitor, documentType);
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
  readonly #documentType: DocumentType;
  readonly #open: string[] = [];
  #elements = 0;

  constructor(bytes: Uint8Array, visitor: XmlVisitor, documentType: DocumentType) {
    this.#bytes = bytes;
    this.#visitor = visitor;
    this.#documentType = documentType;
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
    const from = this.at;
    for (; this.at < this.#bytes.length; this.at += 1) {
      const byte = this.#bytes[this.at] ?? 0;
      if (byte === 0x3c) {
        this.#text(from, this.at, resolveReferences);
        return true;
      }
      if (this.#open.length === 0 && byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)
        throw new XmlFault('text outside the root element');
    }
    return false;
  }

  #text(from: number, to: number, read: (text: string) => string): void {
    if (to === from || this.#open.length === 0) return;
    this.#visitor.text?.((bytesMax) => read(decodeUtf8(this.#bytes, from, Math.min(to, from + bytesMax))));
  }

  /** Comments, CDATA, processing instructions, and a document type where it may stand. */
  #passedOver(): boolean {
    if (this.#bytes[this.at + 1] === 0x3f) return this.#pastText('?>');
    if (this.#bytes[this.at + 1] !== 0x21) return false;
    const start = decodeUtf8(this.#bytes, this.at, Math.min(this.at + 9, this.#bytes.length));
    if (start.startsWith('<!--')) return this.#pastText('-->', 4);
    if (start === '<![CDATA[' && this.#open.length > 0) {
      const from = this.at + 9;
      this.#pastText(']]>', 9);
      this.#text(from, this.at - 3, (text) => text);
      return true;
    }
    if (start === '<!DOCTYPE' && this.#elements === 0 && this.#documentType === 'passed-over') {
      const end = pastDocumentType(this.#bytes, this.at);
      if (end === null) throw new XmlFault('a document type declaration that does not end within 64 KiB', 'too-large');
      this.at = end;
      return true;
    }
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
