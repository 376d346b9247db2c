// SPDX-License-Identifier: Apache-2.0
import type { Sign } from '@plumbline/core/verdicts/signs';
import { html, type Markup } from './markup.ts';

/** A verdict or outcome by symbol, word and colour. */
export function chip({ symbol, word, tone }: Sign): Markup {
  return html`<span class="chip ${tone}"><span aria-hidden="true">${symbol}</span> ${word}</span>`;
}
