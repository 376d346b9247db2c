// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import {
  type JudgedGroup,
  type JudgedPractice,
  type JudgedTask,
  tasksByGroup,
  tasksOfGroup,
} from '../tasks-by-group.ts';
import { filters } from './filters.ts';
import { html, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';
import { taskDetails } from './task.ts';

/** Every practice with its tasks, in the order of the catalog. */
export function practices(assessment: Assessment, context: PageContext): Markup {
  return html`<section aria-labelledby="practices" class="practices">
    <h2 id="practices">Task by task</h2>
    <p class="on-paper">
      Printed short: what is no or unknown, and what would answer it. A task that is opened on the screen is printed
      whole.
    </p>
    ${filters(assessment.summary)} ${tasksByGroup(assessment).map((group) => groupSection(group, context))}
  </section>`;
}

/** Which verdicts are inside: the style sheet hides what has none that is shown. */
const verdictsOf = (tasks: readonly JudgedTask[]): string =>
  [...new Set(tasks.map(({ verdict }) => verdict.verdict))].join(' ');

const groupSection = (group: JudgedGroup, context: PageContext): Markup =>
  html`<section class="group" data-has="${verdictsOf(tasksOfGroup(group))}">
    <h3><span class="id">${group.id}</span> ${group.name}</h3>
    ${group.practices.map((practice) => practiceSection(practice, context))}
  </section>`;

const practiceSection = ({ id, name, tasks }: JudgedPractice, context: PageContext): Markup =>
  html`<section class="practice" data-has="${verdictsOf(tasks)}">
    <h4><span class="id">${id}</span> ${name}</h4>
    ${tasks.map((judged) => taskDetails(judged, context))}
  </section>`;
