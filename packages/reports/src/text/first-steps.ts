// SPDX-License-Identifier: Apache-2.0
import type { RoadmapAction } from '@plumbline/core/roadmap/roadmap';
import { visibleLine } from '../visible-text.ts';
import type { Layout } from './layout.ts';
import { wrap } from './wrap.ts';

/** The first three steps of the roadmap: what to do, where it stands today, what it helps. */
export function firstSteps(actions: readonly RoadmapAction[], { style, width }: Layout): readonly string[] {
  if (actions.length === 0) return [];
  const indented = (text: string): readonly string[] =>
    wrap(visibleLine(text), width - 5).map((line) => `     ${line}`);
  const lines = actions.slice(0, 3).flatMap(({ title, because, effort, patch, tasks }, index) => {
    const [first = '', ...rest] = indented(title);
    const facts = [effort, ...(patch === null ? [] : ['ready patch']), `helps ${tasks.join(', ')}`];
    return [
      `  ${index + 1}. ${style.bold(first.trimStart())}`,
      ...rest.map((line) => style.bold(line)),
      ...indented(`today: ${because}`),
      ...indented(facts.join(' · ')).map((line) => style.dim(line)),
    ];
  });
  return [
    '',
    style.bold('First steps'),
    ...lines,
    ...wrap('plumbline roadmap shows all of them; --write-patches DIR writes the ready ones', width - 2).map((line) =>
      style.dim(`  ${line}`),
    ),
  ];
}
