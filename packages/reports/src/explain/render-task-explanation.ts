// SPDX-License-Identifier: Apache-2.0
import { verdictSigns } from '@plumbline/core/verdicts/signs';
import type { Verdict } from '@plumbline/core/verdicts/verdict';
import type { Layout } from '../catalog-list/layout.ts';
import { renderTaskCrosswalks } from '../catalog-list/render-task-crosswalks.ts';
import { answerLines } from '../text/answer-lines.ts';
import { visibleLine } from '../visible-text.ts';
import type { Style } from '../text/style.ts';
import { toned } from '../text/toned.ts';
import { wrap } from '../text/wrap.ts';
import type { TaskExplanation } from './explanation.ts';
import { hereLines } from './here-lines.ts';

/** NIST's text first, then what counts here, then what the repository has, then crosswalks. */
export function renderTaskExplanation(explained: TaskExplanation, layout: Layout): string {
  const { width, style } = layout;
  const { framework, task, practice, group, procedure, crosswalks, here } = explained;
  const paragraph = (text: string, indent = 0): readonly string[] =>
    wrap(text, width - indent).map((line) => ' '.repeat(indent) + line);
  const draft = framework.status === 'final' ? '' : ' DRAFT: not normative';
  return [
    style.bold(`${task.id}  ${practice.name}`),
    ...paragraph(`${framework.publication}${draft} · ${group.id} ${group.name}`).map((line) => style.dim(line)),
    '',
    ...paragraph(task.statement),
    ...section(
      'Examples (notional: none is required)',
      task.examples.flatMap(({ text }) => bullet(text, width)),
      style,
    ),
    ...section(
      'What counts',
      procedure === undefined
        ? paragraph(`There is no procedure for this task yet: its verdict is unknown.`, 2)
        : [
            ...(procedure.note === undefined ? [] : [...paragraph(procedure.note, 2), '']),
            ...procedure.checks.flatMap((check) => [`  ${style.cyan(check.id)}`, ...paragraph(check.question, 4)]),
          ],
      style,
    ),
    ...section(
      'What the repository at hand has',
      here === undefined
        ? paragraph('No repository was looked at.', 2)
        : [...hereLines(here, layout), ...standing(here.verdict, width, style)],
      style,
    ),
    '',
    renderTaskCrosswalks(crosswalks, layout),
  ].join('\n');
}

function section(title: string, lines: readonly string[], style: Style): readonly string[] {
  return lines.length === 0 ? [] : ['', style.bold(title), ...lines];
}

function bullet(text: string, width: number): readonly string[] {
  return wrap(text, width - 4).map((line, index) => `  ${index === 0 ? '·' : ' '} ${line}`);
}

function standing(verdict: Verdict, width: number, style: Style): readonly string[] {
  const { symbol, word, tone } = verdictSigns[verdict.verdict];
  return [
    `  ${toned(style, tone, `${symbol} ${word}`)}`,
    ...wrap(visibleLine(verdict.because), width - 4).map((line) => `    ${line}`),
    ...verdict.answers.flatMap((given) => answerLines(given, { style, width, verbose: true })),
  ];
}
