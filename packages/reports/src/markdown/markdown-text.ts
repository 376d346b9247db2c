// SPDX-License-Identifier: Apache-2.0
import { visibleLine } from '../visible-text.ts';

/** What means something in Markdown, in HTML, in tables, in formulas, or as a reference to somebody or something. */
const special = /[&<>"'\\`*_[\]|~$#@!]/gu;
const opensBlock = /^(?:[-+=]|\d{1,9}[.)](?= |$))/u;
const opensLink = /\b(?:https?|ftp):(?=\/\/)|\bwww(?=\.)/giu;
/** A zero-width space: forges link people and issues in what Markdown made, so an entity alone does not stop them. */
const apart = '&#8203;';

/**
 * Text from outside as one line of Markdown that says only what it says: no markup, no link, nobody mentioned. Special
 * characters become entities, which hold in paragraphs, tables and HTML blocks alike (CommonMark 0.31 §2.5).
 */
export function markdownText(text: string): string {
  return visibleLine(text)
    .replace(special, entity)
    .replace(opensLink, (found) => `${found}${apart}`)
    .replace(opensBlock, (found) => `${apart}${found}`);
}

/** The same as code: for ids and places. */
export function markdownCode(text: string): string {
  const escaped = visibleLine(text).replace(special, (character) => `&#${character.codePointAt(0)};`);
  return `<code>${escaped.replace(opensLink, (found) => `${found}${apart}`)}</code>`;
}

function entity(character: string): string {
  const code = `&#${character.codePointAt(0)};`;
  return character === '@' || character === '#' ? `${code}${apart}` : code;
}
