// SPDX-License-Identifier: Apache-2.0
import { visibleText } from '../visible-text.ts';

const references: { readonly [letter: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for an element or attribute of XML 1.0, whose grammar has no place for control characters at all. */
export function xmlText(text: string): string {
  return visibleText(text).replace(/[&<>"']/gu, (letter) => references[letter] ?? '');
}
