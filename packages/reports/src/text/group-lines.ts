// SPDX-License-Identifier: Apache-2.0
import type { Verdict } from '@plumbline/core/verdicts/verdict';
import { type JudgedGroup, type JudgedPractice, tasksOfGroup } from '../tasks-by-group.ts';
import { blankLines, isBlank } from './blank-lines.ts';
import { coverageBar } from './coverage-bar.ts';
import type { Layout } from './layout.ts';
import { taskLines } from './task-lines.ts';
import { wrap } from './wrap.ts';

/**
 * A practice group with its tasks by practice. Tasks of which nothing is known come last, together by their reason,
 * but with `verbose`, which shows every answer where it belongs.
 */
export function groupLines(group: JudgedGroup, layout: Layout): readonly string[] {
  const verdicts = tasksOfGroup(group).map(({ verdict }) => verdict);
  const blank = layout.verbose ? [] : verdicts.filter(isBlank);
  const known = group.practices.flatMap((practice) => {
    const tasks = practice.tasks.filter(({ verdict }) => !blank.includes(verdict));
    return tasks.length === 0 ? [] : practiceLines({ ...practice, tasks }, layout);
  });
  return ['', ...titleLines(group, verdicts, layout), ...known, ...blankLines(blank, layout)];
}

/** The bar stands behind the title, or below it on a narrow terminal. */
function titleLines(
  { id, name }: JudgedGroup,
  verdicts: readonly Verdict[],
  { style, width }: Layout,
): readonly string[] {
  const title = `${id}  ${name}`;
  const bar = coverageBar(verdicts, style);
  return title.length + 2 + verdicts.length <= width
    ? [`${style.bold(title)}  ${bar}`]
    : [style.bold(title), `    ${bar}`];
}

function practiceLines({ id, name, tasks }: JudgedPractice, layout: Layout): readonly string[] {
  return [
    ...wrap(`${id} ${name}`, layout.width - 2).map((line) => layout.style.dim(`  ${line}`)),
    ...tasks.flatMap(({ verdict }) => taskLines(verdict, layout)),
  ];
}
