// SPDX-License-Identifier: Apache-2.0
import type { Assessment, Summary } from '@plumbline/core/assessment/assessment';
import { verdictSigns } from '@plumbline/core/verdicts/signs';
import { type VerdictValue, verdictValues } from '@plumbline/core/verdicts/verdict';
import { html, type Markup } from './markup.ts';
import { picture } from './picture.ts';

/** How many verdicts of a kind. */
export function countOf(summary: Summary, value: VerdictValue): number {
  return summary[members[value]];
}

const members: { readonly [V in VerdictValue]: keyof Summary } = {
  met: 'met',
  'partly-met': 'partlyMet',
  'not-met': 'notMet',
  unknown: 'unknown',
  'not-applicable': 'notApplicable',
};

/** "n of m met, k unknown" and the picture by practice group. There is no score. */
export function summarySection(assessment: Assessment): Markup {
  const { summary, verdicts } = assessment;
  const counts = verdictValues.map(
    (value) =>
      html`<li class="${verdictSigns[value].tone}">
        <span class="symbol" aria-hidden="true">${verdictSigns[value].symbol}</span>
        <span class="count">${countOf(summary, value)}</span> ${verdictSigns[value].word}
      </li>`,
  );
  return html`<section aria-labelledby="summary" class="summary">
    <h2 id="summary">Where it stands</h2>
    <p class="headline">
      <strong>${summary.met} of ${verdicts.length}</strong> tasks met with fresh evidence,
      <strong>${summary.unknown}</strong> unknown
    </p>
    <ul class="counts">
      ${counts}
    </ul>
    ${picture(assessment)}
  </section>`;
}
