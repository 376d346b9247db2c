// SPDX-License-Identifier: Apache-2.0
import type { Citation, Measure } from '@plumbline/core/answers/answer';
import { outcomeSigns } from '@plumbline/core/verdicts/signs';
import type { GivenAnswer } from '@plumbline/core/verdicts/verdict';
import type { CheckHelp } from '../report-options.ts';
import { chip } from './chip.ts';
import { html, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';

/** One answer: question, outcome, reason, figures, what it rests on, and what to do next. */
export function answerItem(
  { check, question, required, answer }: GivenAnswer,
  { help, evidencePlaces }: PageContext,
): Markup {
  const about = help[check];
  return html`<li class="answer ${answer.outcome}">
    <p class="asked">${chip(outcomeSigns[answer.outcome])} <strong>${question}</strong></p>
    <p class="check">
      <code>${check}</code> <span class="tag">${required ? 'required' : 'not required'}</span>
      ${'strength' in answer && html`<span class="tag">evidence ${answer.strength}</span>`}
    </p>
    <p class="because">${answer.because}</p>
    ${
      answer.measures !== undefined &&
      html`<ul class="measures">
        ${answer.measures.map(measure)}
      </ul>`
    }
    ${
      answer.citations.length > 0 &&
      html`<p class="label">Evidence</p>
        <ul class="citations">
          ${distinct(answer.citations).map((citation) => citationItem(citation, evidencePlaces))}
        </ul>`
    }
    ${answer.outcome === 'unknown' && html`<p class="resolve"><b>What would answer it:</b> ${answer.resolve}</p>`}
    ${answer.outcome === 'no' && about !== undefined && remedy(about)} ${about !== undefined && limits(about)}
  </li>`;
}

function measure({ name, value, of }: Measure): Markup {
  if (of === undefined) return html`<li>${name}: ${value}</li>`;
  const share = of > 0 && Number.isFinite(value / of) ? ` (${((100 * value) / of).toFixed(1)} %)` : '';
  return html`<li>${name}: ${value} of ${of}${share}</li>`;
}

/** The same place is shown once. */
function distinct(citations: readonly Citation[]): readonly Citation[] {
  return [...new Map(citations.map((citation) => [JSON.stringify(citation), citation])).values()];
}

/** What was not seen has no strength: it says that it is absent or unavailable. */
function citationItem({ evidence, location, strength, note }: Citation, places: PageContext['evidencePlaces']): Markup {
  const place = places.get(evidence);
  const text = html`<code><bdi>${location}</bdi></code>`;
  return html`<li>
    ${place === undefined ? text : html`<a href="#${place.anchor}">${text}</a>`}
    <span class="tag">${place === undefined || place.state === 'found' ? strength : place.state}</span>
    ${note !== undefined && html`<span class="note">${note}</span>`}
  </li>`;
}

const remedy = ({ remedy: { effort, steps } }: CheckHelp): Markup =>
  html`<div class="remedy">
    <p><b>How to get to yes</b> <span class="tag">${effort}</span></p>
    <ol>
      ${steps.map((step) => html`<li>${step}</li>`)}
    </ol>
  </div>`;

const limits = ({ guide }: CheckHelp): Markup =>
  html`<p class="limits">
    A yes shows: ${guide.shows}<br />
    It does not show: ${guide.doesNotShow}
  </p>`;
