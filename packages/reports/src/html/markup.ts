// SPDX-License-Identifier: Apache-2.0
import { visibleText } from '../visible-text.ts';

/** HTML that is safe to put into a page: only `html` makes it, and `trusted` for the page's own style and script. */
export type Markup = { readonly markup: string };

/** What may stand in a template: text is escaped, markup is kept, lists are joined, nothing is left out. */
export type Part = Markup | string | number | readonly Part[] | false | null | undefined;

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML text or as the value of a quoted attribute, with what hides or reorders it made visible. */
export function escapeHtml(text: string): string {
  return visibleText(text).replace(/[&<>"']/gu, (character) => entities[character] ?? character);
}

/**
 * A template of HTML that escapes every string put into it; attributes must be quoted.
 *
 * @example
 * html`<p>${'<b>'}</p>`.markup; // '<p>&lt;b&gt;</p>'
 */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const markup = literals.reduce((before, literal, index) => `${before}${asMarkup(parts[index - 1])}${literal}`);
  return { markup };
}

/** The page's own constants, which hold nothing from outside. */
export function trusted(markup: string): Markup {
  return { markup };
}

function asMarkup(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  if ('markup' in part) return part.markup;
  return part.map(asMarkup).join('');
}
