// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { RoadmapAction } from '@plumbline/core/roadmap/roadmap';
import { exceptionWords, tailoringWords } from '../exception-words.ts';
import { tasksByGroup } from '../tasks-by-group.ts';
import { visibleLine } from '../visible-text.ts';
import { firstSteps } from './first-steps.ts';
import { groupLines } from './group-lines.ts';
import { headLines } from './head-lines.ts';
import type { Layout } from './layout.ts';
import { notLookedAtLines } from './not-looked-at-lines.ts';
import { plainStyle, type Style } from './style.ts';
import { wrap } from './wrap.ts';

/** `width` in columns (at least 40); `verbose` shows every answer, not only what decides. */
export type TextOptions = {
  readonly width?: number;
  readonly style?: Style;
  readonly verbose?: boolean;
  readonly actions?: readonly RoadmapAction[];
};

/** The report for a terminal: by practice group, unknown told apart from failure by word and symbol, next steps last. */
export function renderText(assessment: Assessment, options: TextOptions = {}): string {
  const style = options.style ?? plainStyle;
  const layout: Layout = { style, width: Math.max(40, options.width ?? 100), verbose: options.verbose ?? false };
  return [
    ...headLines(assessment, layout),
    ...tasksByGroup(assessment).flatMap((group) => groupLines(group, layout)),
    ...exceptionLines(assessment, layout),
    ...notLookedAtLines(assessment, layout),
    ...firstSteps(options.actions ?? [], layout),
    ...(layout.verbose ? [] : ['', ...closing(layout)]),
    '',
  ].join('\n');
}

function closing({ style, width }: Layout): readonly string[] {
  const text =
    '--verbose shows every answer with its evidence; plumbline explain TASK shows one task, and what NIST says';
  return wrap(text, width).map((line) => style.dim(line));
}

function exceptionLines({ exceptions, tailoring }: Assessment, { style, width }: Layout): readonly string[] {
  const lines = [...exceptions.map(exceptionWords), ...tailoring.map(tailoringWords)];
  if (lines.length === 0) return [];
  return [
    '',
    ...wrap('Exceptions and tailoring (they change no answer)', width).map((line) => style.bold(line)),
    ...lines.flatMap((line) => wrap(visibleLine(line), width - 2).map((part) => `  ${part}`)),
  ];
}
