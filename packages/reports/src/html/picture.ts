// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import { verdictSigns } from '@plumbline/core/verdicts/signs';
import { type VerdictValue, verdictValues } from '@plumbline/core/verdicts/verdict';
import { type JudgedGroup, tasksByGroup, tasksOfGroup } from '../tasks-by-group.ts';
import { html, type Markup } from './markup.ts';

/** Pixels; widths are percentages, so that the text keeps its size on any screen. */
const row = { height: 62, label: 16, bar: 24, barHeight: 28 };

/** One bar a practice group, one block a task, sorted by verdict: colour, symbol and edge tell the verdicts apart. */
export function picture(assessment: Assessment): Markup {
  const groups = tasksByGroup(assessment);
  const most = Math.max(1, ...groups.map((group) => tasksOfGroup(group).length));
  return html`<figure class="picture">
    <svg
      role="img"
      aria-labelledby="picture-title picture-text"
      width="100%"
      height="${groups.length * row.height}"
      xmlns="http://www.w3.org/2000/svg"
    >
      <title id="picture-title">Verdicts by practice group</title>
      <desc id="picture-text">${groups.map(sentence).join(' ')}</desc>
      ${groups.map((group, index) => bar(group, index * row.height, 100 / most))}
    </svg>
    <figcaption>One block a task, sorted by verdict. The groups have different numbers of tasks.</figcaption>
  </figure>`;
}

function bar(group: JudgedGroup, top: number, width: number): Markup {
  const sorted = verdictValues.flatMap((value) =>
    tasksOfGroup(group).filter(({ verdict }) => verdict.verdict === value),
  );
  const met = sorted.filter(({ verdict }) => verdict.verdict === 'met').length;
  return html`<g>
    <text class="name" x="0" y="${top + row.label}"><tspan class="id">${group.id}</tspan> ${group.name}</text>
    <text class="share" x="100%" y="${top + row.label}" text-anchor="end">${met} of ${sorted.length} met</text>
    ${sorted.map(({ verdict }, index) => block(verdict.verdict, index * width, top + row.bar, width))}
  </g>`;
}

function block(value: VerdictValue, left: number, top: number, width: number): Markup {
  const { symbol, tone } = verdictSigns[value];
  return html`<svg x="${percent(left)}" y="${top}" width="${percent(width)}" height="${row.barHeight}">
    <rect class="block ${tone}" x="1.5" y="1.5" width="93%" height="${row.barHeight - 3}" rx="4" />
    <text class="mark ${tone}" x="48%" y="${row.barHeight / 2 + 5}" text-anchor="middle">${symbol}</text>
  </svg>`;
}

const percent = (value: number): string => `${Number(value.toFixed(4))}%`;

function sentence(group: JudgedGroup): string {
  const tasks = tasksOfGroup(group);
  const counts = verdictValues.flatMap((value) => {
    const count = tasks.filter(({ verdict }) => verdict.verdict === value).length;
    return count === 0 ? [] : [`${count} ${verdictSigns[value].word}`];
  });
  return `${group.id}, ${tasks.length} tasks: ${counts.join(', ')}.`;
}
