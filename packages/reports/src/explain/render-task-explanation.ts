// SPDX-License-Identifier: Apache-2.0
import type { Framework } from '@plumbline/core/catalog/framework';
import type { PracticeGroup } from '@plumbline/core/catalog/practice-group';
import type { Practice } from '@plumbline/core/catalog/practice';
import type { Task } from '@plumbline/core/catalog/task';
import { verdictSigns } from '@plumbline/core/verdicts/signs';
import type { TaskProcedure } from '@plumbline/core/verdicts/task';
import type { Verdict } from '@plumbline/core/verdicts/verdict';
import { answerLines } from '../text/answer-lines.ts';
import { visibleText } from '../visible-text.ts';
import type { Style } from '../text/style.ts';
import { toned } from '../text/toned.ts';
import { wrap } from '../text/wrap.ts';

/** A task with its procedure, where there is one, and where the repository at hand stands, where there is one. */
export type TaskExplanation = {
  readonly framework: Framework;
  readonly task: Task;
  readonly practice: Practice;
  readonly group: PracticeGroup;
  readonly procedure?: TaskProcedure;
  readonly verdict?: Verdict;
};

/** NIST's text first, then what counts here, then what the repository has. */
export function renderTaskExplanation(
  explained: TaskExplanation,
  { width, style }: { readonly width: number; readonly style: Style },
): string {
  const { framework, task, practice, group, procedure, verdict } = explained;
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
      verdict === undefined ? paragraph('No repository was looked at.', 2) : standing(verdict, width, style),
      style,
    ),
    '',
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
    ...wrap(visibleText(verdict.because), width - 4).map((line) => `    ${line}`),
    ...verdict.answers.flatMap((given) => answerLines(given, { style, width, verbose: true })),
  ];
}
