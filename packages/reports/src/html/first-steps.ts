// SPDX-License-Identifier: Apache-2.0
import type { RoadmapAction } from '@plumbline/core/roadmap/roadmap';
import { html, type Markup } from './markup.ts';
import { taskLink } from './task-id.ts';

const shownMax = 5;

/** The first steps of the roadmap; nothing where the caller has none. */
export function firstSteps(actions: readonly RoadmapAction[]): Markup {
  if (actions.length === 0) return html``;
  return html`<section aria-labelledby="first-steps" class="first-steps">
    <h2 id="first-steps">What to do first</h2>
    <ol>
      ${actions.slice(0, shownMax).map(step)}
    </ol>
    ${actions.length > shownMax && html`<p class="note">The roadmap has ${actions.length} steps; these come first.</p>`}
  </section>`;
}

function step({ title, effort, tasks, patch, steps, because }: RoadmapAction): Markup {
  const [first] = steps;
  return html`<li>
    <p>
      <b>${title}</b> <span class="tag">${effort}</span>${patch !== null && html` <span class="tag">ready patch</span>`}
    </p>
    ${first !== undefined && first !== title && html`<p>${first}</p>`}
    <p>Today: ${because}</p>
    <p class="note">Helps ${tasks.map((task, index) => html`${index > 0 && ', '}${taskLink(task)}`)}</p>
  </li>`;
}
