// SPDX-License-Identifier: Apache-2.0
import type { AssessedTask, Assessment } from '@plumbline/core/assessment/assessment';
import { verdictSigns } from '@plumbline/core/verdicts/signs';
import type { Verdict } from '@plumbline/core/verdicts/verdict';
import type { RoadmapAction } from '@plumbline/core/roadmap/roadmap';
import { exceptionWords, tailoringWords } from '../exception-words.ts';
import { answerLines } from './answer-lines.ts';
import { coverageBar } from './coverage-bar.ts';
import { firstSteps } from './first-steps.ts';
import type { Layout } from './layout.ts';
import { notLookedAtLines } from './not-looked-at-lines.ts';
import { visibleText } from '../visible-text.ts';
import { plainStyle, type Style } from './style.ts';
import { subjectLine } from './subject-line.ts';
import { toned } from './toned.ts';
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
  const groups = [...new Set(assessment.tasks.map(({ group }) => group))];
  return [
    ...head(assessment, layout),
    ...groups.flatMap((group) => groupLines(assessment, group, layout)),
    ...exceptionLines(assessment, layout),
    ...notLookedAtLines(assessment, layout),
    ...firstSteps(options.actions ?? [], layout),
    '',
  ].join('\n');
}

function head(
  { tool, catalog, profile, subject, asOf, summary, tasks }: Assessment,
  { style, width }: Layout,
): readonly string[] {
  const draft = catalog.status === 'final' ? '' : ` (${catalog.status}: not normative)`;
  const counts = [
    style.green(`${verdictSigns.met.symbol} ${summary.met} of ${tasks.length} tasks met`),
    style.yellow(`${verdictSigns['partly-met'].symbol} ${summary.partlyMet} partly met`),
    style.red(`${verdictSigns['not-met'].symbol} ${summary.notMet} not met`),
    style.cyan(`${verdictSigns.unknown.symbol} ${summary.unknown} unknown`),
    style.dim(`${verdictSigns['not-applicable'].symbol} ${summary.notApplicable} not applicable`),
  ];
  return [
    ...wrap(subjectLine(subject), width).map((line) => style.bold(line)),
    ...wrap(
      `SSDF ${catalog.version}${draft} · profile ${profile.id} · as of ${asOf.slice(0, 10)} · plumbline ${tool.version}`,
      width,
    ).map((line) => style.dim(line)),
    '',
    ...(width >= 90 ? [counts.join('   ')] : counts),
  ];
}

function groupLines(assessment: Assessment, group: string, layout: Layout): readonly string[] {
  const tasks = assessment.tasks.filter((task) => task.group === group);
  const verdicts = new Map(assessment.verdicts.map((verdict) => [verdict.task, verdict]));
  const own = tasks.flatMap(({ id }) => verdicts.get(id) ?? []);
  const title = `${group}  ${tasks[0]?.groupName ?? ''}`;
  const bar = coverageBar(own, layout.style);
  const practices = [...new Set(tasks.map(({ practice }) => practice))];
  return [
    '',
    `${layout.style.bold(title)}  ${bar}`,
    ...practices.flatMap((practice) =>
      practiceLines(
        tasks.filter((task) => task.practice === practice),
        verdicts,
        layout,
      ),
    ),
  ];
}

function practiceLines(
  tasks: readonly AssessedTask[],
  verdicts: ReadonlyMap<string, Verdict>,
  layout: Layout,
): readonly string[] {
  const name = `  ${tasks[0]?.practice ?? ''} ${tasks[0]?.practiceName ?? ''}`;
  return [
    ...wrap(name.trimStart(), layout.width - 2).map((line) => layout.style.dim(`  ${line}`)),
    ...tasks.flatMap(({ id }) => {
      const verdict = verdicts.get(id);
      return verdict === undefined ? [] : taskLines(verdict, layout);
    }),
  ];
}

/** `  ✗ PW.7.2  not met     because…`, the reason continued below itself on a wide terminal and below the id on a narrow one. */
function taskLines(verdict: Verdict, layout: Layout): readonly string[] {
  const { style, width, verbose } = layout;
  const sign = verdictSigns[verdict.verdict];
  const label = `${sign.symbol} ${verdict.task.padEnd(7)} ${sign.word.padEnd(15)}`;
  const narrow = width < 80;
  const indent = narrow ? 6 : 4 + label.length;
  const strength = verdict.strength === null ? '' : ` [${verdict.strength}]`;
  const untailored =
    verdict.untailored === undefined
      ? ''
      : ` [${verdictSigns[verdict.untailored].word} without this product's tailoring]`;
  const reason = wrap(
    visibleText(`${verdict.because}${strength}${untailored}`),
    width - indent,
    verbose ? undefined : 2,
  );
  const first = `    ${toned(style, sign.tone, label.trimEnd().padEnd(label.length))}`;
  const lines = narrow
    ? [first, ...reason.map((line) => ' '.repeat(indent) + line)]
    : [`${first}${reason[0] ?? ''}`, ...reason.slice(1).map((line) => ' '.repeat(indent) + line)];
  return verbose ? [...lines, ...verdict.answers.flatMap((given) => answerLines(given, layout))] : lines;
}

function exceptionLines({ exceptions, tailoring }: Assessment, { style, width }: Layout): readonly string[] {
  const lines = [...exceptions.map(exceptionWords), ...tailoring.map(tailoringWords)];
  if (lines.length === 0) return [];
  return [
    '',
    style.bold('Exceptions and tailoring (they change no answer)'),
    ...lines.flatMap((line) => wrap(visibleText(line), width - 2).map((part) => `  ${part}`)),
  ];
}
