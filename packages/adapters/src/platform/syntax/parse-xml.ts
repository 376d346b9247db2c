// SPDX-License-Identifier: Apache-2.0
import { notParsed, parsed, type Parsed } from './parsed.ts';

/** One element. Prefixes of namespaces are dropped from names; text is that of the element itself, trimmed. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  readonly line: number;
};

type Open = { name: string; attributes: Map<string, string>; children: Open[]; text: string; line: number };

const depthMax = 128;
const elementsMax = 500_000;

/**
 * A small reader for build files: elements, attributes, text, CDATA. A document type is skipped and no entity beyond
 * the five of XML itself is replaced, so nothing is fetched and nothing explodes. A file that ends too early is refused.
 */
export function parseXml(text: string): Parsed<XmlElement> {
  const root: Open = { name: '', attributes: new Map(), children: [], text: '', line: 1 };
  const stack: Open[] = [root];
  let line = 1;
  let counted = 0;
  let elements = 0;
  for (let at = 0; at < text.length;) {
    const start = text.indexOf('<', at);
    const top = stack.at(-1) ?? root;
    top.text += plain(text.slice(at, start === -1 ? undefined : start));
    if (start === -1) break;
    line += newlines(text, counted, start);
    counted = start;
    const skipped = endOfSkipped(text, start);
    if (skipped !== null) {
      if (text.startsWith('<![CDATA[', start)) top.text += text.slice(start + 9, Math.max(start + 9, skipped - 3));
      at = skipped;
      continue;
    }
    const end = endOfTag(text, start);
    if (end === -1) return notParsed('XML', new Error('a tag does not end'), line);
    const tag = text.slice(start + 1, end);
    at = end + 1;
    if (tag.startsWith('/')) {
      const name = localName(tag.slice(1).trim());
      if (stack.length === 1 || top.name !== name)
        return notParsed('XML', new Error(`</${name}> closes nothing`), line);
      stack.pop();
      continue;
    }
    elements += 1;
    if (elements > elementsMax || stack.length > depthMax)
      return notParsed('XML', new Error('too large or deep'), line);
    const element = openElement(tag, line);
    top.children.push(element);
    if (!tag.endsWith('/')) stack.push(element);
  }
  const [document] = root.children;
  if (document === undefined || stack.length > 1) return notParsed('XML', new Error('an element does not end'), line);
  return parsed(document);
}

/** The children of that name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element === undefined ? [] : element.children.filter((child) => child.name === name);
}

/** The trimmed text of the first child of that name. */
export function childText(element: XmlElement | undefined, name: string): string | null {
  const [child] = childrenOf(element, name);
  return child === undefined ? null : child.text.trim();
}

/** Every element under (and with) this one, in document order. */
export function* elementsOf(element: XmlElement): Generator<XmlElement> {
  const stack: XmlElement[] = [element];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    yield next;
    for (let index = next.children.length - 1; index >= 0; index -= 1) {
      const child = next.children[index];
      if (child !== undefined) stack.push(child);
    }
  }
}

function endOfSkipped(text: string, start: number): number | null {
  if (text.startsWith('<!--', start)) return after(text, '-->', start + 4);
  if (text.startsWith('<![CDATA[', start)) return after(text, ']]>', start + 9);
  if (text.startsWith('<?', start)) return after(text, '?>', start + 2);
  if (!text.startsWith('<!', start)) return null;
  const end = after(text, '>', start);
  return text.slice(start, end).includes('[') ? after(text, ']>', start) : end;
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at + mark.length;
}

function endOfTag(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at];
    if (character === '>') return at;
    if (character === '"' || character === "'") {
      at = text.indexOf(character, at + 1);
      if (at === -1) return -1;
    }
  }
  return -1;
}

// Bounded, so that a long run without `=` is not scanned again from each of its characters.
const attribute = /([^\s=/"'<>]{1,200})\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)')/gu;

function openElement(tag: string, line: number): Open {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of tag.matchAll(attribute)) {
    attributes.set(localName(name), plain(double ?? single ?? ''));
  }
  return { name: localName(/^[^\s/]+/u.exec(tag)?.[0] ?? ''), attributes, children: [], text: '', line };
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

const entities: { readonly [name: string]: string } = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function plain(text: string): string {
  return text.includes('&')
    ? text.replaceAll(/&(lt|gt|amp|quot|apos);/gu, (_, name: string) => entities[name] ?? '')
    : text;
}

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) === 10) count += 1;
  return count;
}
