// SPDX-License-Identifier: Apache-2.0
import type { Sign } from '@plumbline/core/verdicts/signs';
import type { Style } from './style.ts';

/** Colour in addition to symbol and word, never instead of them. */
export function toned(style: Style, tone: Sign['tone'], text: string): string {
  return tones[tone](style)(text);
}

const tones: { readonly [T in Sign['tone']]: (style: Style) => (text: string) => string } = {
  good: (style) => style.green,
  mixed: (style) => style.yellow,
  bad: (style) => style.red,
  open: (style) => style.cyan,
  none: (style) => style.dim,
};
