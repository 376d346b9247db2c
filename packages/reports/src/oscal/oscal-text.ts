// SPDX-License-Identifier: Apache-2.0
import { visibleLine } from '../visible-text.ts';

/** Text from outside as an OSCAL string: one line, not empty, no white space at its ends. */
export function oscalString(text: string): string {
  return visibleLine(text) || '(empty)';
}

/** Text from outside as OSCAL markup (a subset of CommonMark) that is only text. Works for lines and for paragraphs. */
export function oscalMarkup(text: string): string {
  return oscalString(text)
    .replace(/[\\`*_~^[\]<>{}&|]/gu, '\\$&')
    .replace(/^[-+=#]/u, '\\$&')
    .replace(/^(\d{1,9})([.)])/u, '$1\\$2');
}
