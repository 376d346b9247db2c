// SPDX-License-Identifier: Apache-2.0
import { outcomeSigns, type Sign, verdictSigns } from '@plumbline/core/verdicts/signs';
import { verdictValues } from '@plumbline/core/verdicts/verdict';
import { strengths } from '@plumbline/core/evidence/strength';
import { outcomeMeanings, strengthMeanings, verdictMeanings } from '../word-meanings.ts';
import { chip } from './chip.ts';
import { html, type Markup } from './markup.ts';

const outcomes = ['yes', 'no', 'unknown', 'not-applicable'] as const;

/** What the words of the report mean. */
export function glossary(): Markup {
  return html`<section aria-labelledby="glossary">
    <h2 id="glossary">What the words mean</h2>
    <div class="glossary">
      <div>
        <h3>Verdicts on tasks</h3>
        <dl>${verdictValues.map((value) => entry(verdictSigns[value], verdictMeanings[value]))}</dl>
      </div>
      <div>
        <h3>Answers to checks</h3>
        <dl>${outcomes.map((outcome) => entry(outcomeSigns[outcome], outcomeMeanings[outcome]))}</dl>
      </div>
      <div>
        <h3>Strength of evidence, rising</h3>
        <dl>
          ${strengths.map(
            (strength) =>
              html`<dt><span class="tag">${strength}</span></dt>
                <dd>${strengthMeanings[strength]}</dd>`,
          )}
        </dl>
        <p class="note">
          An answer is as strong as its best sufficient citations, a verdict as its weakest required answer.
        </p>
      </div>
    </div>
  </section>`;
}

const entry = (sign: Sign, meaning: string): Markup =>
  html`<dt>${chip(sign)}</dt>
    <dd>${meaning}</dd>`;
