// SPDX-License-Identifier: Apache-2.0
import type { Summary } from '@plumbline/core/assessment/assessment';
import { verdictSigns } from '@plumbline/core/verdicts/signs';
import { type VerdictValue, verdictValues } from '@plumbline/core/verdicts/verdict';
import { html, type Markup } from './markup.ts';
import { countOf } from './summary.ts';

/** Boxes that the style sheet reads: they filter without a script. The buttons appear only where the script runs. */
export function filters(summary: Summary): Markup {
  return html`<form class="filters" autocomplete="off">
    <fieldset>
      <legend>Show</legend>
      ${verdictValues.map((value) => filter(value, countOf(summary, value)))}
    </fieldset>
    <p class="buttons" hidden>
      <button type="button" id="open-all">Open all</button> <button type="button" id="close-all">Close all</button>
    </p>
  </form>`;
}

function filter(value: VerdictValue, count: number): Markup {
  const { symbol, word, tone } = verdictSigns[value];
  return html`<label class="${tone}"
    ><input type="checkbox" id="show-${value}" checked /> <span aria-hidden="true">${symbol}</span> ${word}
    <span class="count">${count}</span></label
  >`;
}
