// SPDX-License-Identifier: Apache-2.0
import type { RoadmapAction } from '@plumbline/core/roadmap/roadmap';
import type { Layout } from './layout.ts';
import { visibleText } from '../visible-text.ts';
import { wrap } from './wrap.ts';

/** The first three steps of the roadmap. */
export function firstSteps(actions: readonly RoadmapAction[], { style, width }: Layout): readonly string[] {
  if (actions.length === 0) return [];
  const lines = actions.slice(0, 3).flatMap((action, index) => {
    const patch = action.patch === null ? '' : ', ready patch';
    return [
      `  ${index + 1}. ${style.bold(visibleText(action.title))} ${style.dim(`(${action.effort}${patch}; helps ${action.tasks.join(', ')})`)}`,
      ...wrap(visibleText(action.steps[0] ?? ''), width - 5).map((line) => `     ${line}`),
    ];
  });
  return [
    '',
    style.bold('First steps'),
    ...lines,
    style.dim('  plumbline roadmap shows all of them; --write-patches DIR writes the ready ones'),
  ];
}
