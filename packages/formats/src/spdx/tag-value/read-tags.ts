// SPDX-License-Identifier: Apache-2.0
import { faultAt, type TextFault } from '../../imports/text-fault.ts';
import { decodeUtf8 } from '../../json/decode-utf8.ts';

/** One `Tag: value`; the line counts from 1. */
export type Tag = { readonly name: string; readonly value: string; readonly line: number };

/** `stray` hears of a line that is neither a tag, a comment nor empty. */
export type TagVisitor = { readonly tag: (tag: Tag) => void; readonly stray: (line: number) => void };

/** Of one line or text, in bytes: what is longer is for people to read, and is cut. */
const valueMax = 10_000;
const lineFeed = 0x0a;
const openText = '<text>';
const closeText = '</text>';

/**
 * Walks the tags of an SPDX tag-value document in their order (SPDX 2.3 §6.1, "tag: value"). A value between `<text>` and
 * `</text>` may span lines. The fault is a text that does not end. Linear in time.
 */
export function readTags(bytes: Uint8Array, visitor: TagVisitor): TextFault | null {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let line = 1;
  while (at < bytes.length) {
    const end = endOfLine(bytes, at);
    const text = decodeUtf8(bytes, at, Math.min(end, at + valueMax)).trim();
    const [, name, value = ''] = /^([A-Za-z][A-Za-z0-9]{0,59}):(.*)$/su.exec(text) ?? [];
    if (name === undefined) {
      if (text !== '' && !text.startsWith('#')) visitor.stray(line);
    } else if (value.trimStart().startsWith(openText)) {
      const from = find(bytes, openText, at) + openText.length;
      const close = find(bytes, closeText, from);
      if (close === -1) return faultAt(bytes, at, { code: 'malformed', because: `${openText} without ${closeText}` });
      visitor.tag({ name, value: decodeUtf8(bytes, from, Math.min(close, from + valueMax)).trim(), line });
      line += lineFeedsBetween(bytes, at, close);
      at = endOfLine(bytes, close) + 1;
      line += 1;
      continue;
    } else visitor.tag({ name, value: value.trim(), line });
    at = end + 1;
    line += 1;
  }
  return null;
}

function endOfLine(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(lineFeed, from);
  return end === -1 ? bytes.length : end;
}

function lineFeedsBetween(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = bytes.indexOf(lineFeed, from); at !== -1 && at < to; at = bytes.indexOf(lineFeed, at + 1)) count += 1;
  return count;
}

/** Where ASCII text stands next; -1 where it does not. */
function find(bytes: Uint8Array, text: string, from: number): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1))
    if ([...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0))) return at;
  return -1;
}
