// SPDX-License-Identifier: Apache-2.0
import { verdictSigns } from '@plumbline/core/verdicts/signs';
import type { JudgedTask } from '../tasks-by-group.ts';
import { answerItem } from './answer.ts';
import { chip } from './chip.ts';
import { html, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';
import { taskAnchor } from './task-id.ts';

/** One task: its verdict and NIST's text at a glance, everything behind it when opened. */
export function taskDetails({ task, verdict }: JudgedTask, context: PageContext): Markup {
  const { untailored } = verdict;
  return html`<details class="task ${verdictSigns[verdict.verdict].tone}" data-verdict="${verdict.verdict}">
    <summary>
      <span class="line"><span class="id">${task.id}</span> ${chip(verdictSigns[verdict.verdict])}</span>
      <span class="statement">${task.text}</span>
      <span class="reason">${verdict.because}</span>
    </summary>
    <div class="body" id="${taskAnchor(task.id)}">
      <p class="check">
        ${verdict.strength !== null && html`<span class="tag">evidence ${verdict.strength}</span>`}
        ${verdict.scope.map((scope) => html`<span class="tag">${scope}</span> `)}
      </p>
      ${
        untailored !== undefined &&
        html`<p class="untailored">
          Tailored by the product. Without its tailoring the verdict would be ${chip(verdictSigns[untailored])}
        </p>`
      }
      ${
        verdict.answers.length === 0
          ? html`<p>Nothing was asked.</p>`
          : html`<ol class="answers">
              ${verdict.answers.map((given) => answerItem(given, context))}
            </ol>`
      }
    </div>
  </details>`;
}
