// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import { verdictSigns } from '@plumbline/core/verdicts/signs';
import { type JudgedGroup, type JudgedPractice, type JudgedTask, tasksByGroup } from '../tasks-by-group.ts';
import { html, type Markup } from './markup.ts';
import { taskAnchor } from './task-id.ts';

/** Every task at one glance: a table a practice group, a row a practice, a link a task. */
export function matrix(assessment: Assessment): Markup {
  return html`<section aria-labelledby="matrix">
    <h2 id="matrix">All tasks</h2>
    <div class="matrix">${tasksByGroup(assessment).map(groupTable)}</div>
  </section>`;
}

const groupTable = ({ id, name, practices }: JudgedGroup): Markup =>
  html`<table>
    <caption>
      <span class="id">${id}</span>
      ${name}
    </caption>
    <thead>
      <tr>
        <th scope="col">Practice</th>
        <th scope="col">Tasks</th>
      </tr>
    </thead>
    <tbody>
      ${practices.map(practiceRow)}
    </tbody>
  </table>`;

const practiceRow = ({ id, name, tasks }: JudgedPractice): Markup =>
  html`<tr>
    <th scope="row"><span class="id">${id}</span> ${name}</th>
    <td>
      <ul>
        ${tasks.map(taskCell)}
      </ul>
    </td>
  </tr>`;

function taskCell({ task, verdict }: JudgedTask): Markup {
  const { symbol, word, tone } = verdictSigns[verdict.verdict];
  return html`<li>
    <a class="cell ${tone}" href="#${taskAnchor(task.id)}"
      ><span class="id">${task.id}</span> <span class="says"><span aria-hidden="true">${symbol}</span> ${word}</span></a
    >
  </li>`;
}
