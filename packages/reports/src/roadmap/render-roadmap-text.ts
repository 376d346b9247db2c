// SPDX-License-Identifier: Apache-2.0
import type { Roadmap, RoadmapAction, RoadmapPhase } from '@plumbline/core/roadmap/roadmap';
import { counted } from '../catalog-list/layout.ts';
import type { Layout } from '../text/layout.ts';
import { subjectLine } from '../text/subject-line.ts';
import { wrap } from '../text/wrap.ts';
import { visibleLine } from '../visible-text.ts';
import { helpedFrameworks } from './helped-frameworks.ts';

/** The roadmap for a terminal: phase by phase; the first phase with its steps, the others with `verbose`. */
export function renderRoadmapText(roadmap: Roadmap, layout: Layout): string {
  const { style, width } = layout;
  const { subject, actions, phases, capacityDays, asOf, profile } = roadmap;
  const patches = new Set(actions.flatMap(({ patch }) => patch ?? [])).size;
  const lead = `${counted(actions.length, 'action')} in ${counted(phases.length, 'phase')} of two weeks, ${counted(capacityDays, 'working day')} each · ready patches: ${patches} · profile ${profile} · as of ${asOf.slice(0, 10)}`;
  return [
    ...wrap(subjectLine(subject), width).map((line) => style.bold(line)),
    ...wrap(lead, width).map((line) => style.dim(line)),
    ...phases.flatMap((phase) => phaseLines(phase, actions, layout)),
    ...unplannedLines(roadmap, layout),
    '',
  ].join('\n');
}

function phaseLines(phase: RoadmapPhase, actions: readonly RoadmapAction[], layout: Layout): readonly string[] {
  const own = actions.filter((action) => action.phase === phase.number);
  const heading = `Phase ${phase.number}  until ${phase.ends}`;
  const next = actions.find((action) => action.phase > phase.number);
  const content = own.length > 0 ? counted(own.length, 'action') : `work on ${next?.id ?? 'the last action'} goes on`;
  return [
    '',
    `${layout.style.bold(heading)}  ${layout.style.dim(`${content}, ${counted(phase.days, 'day')}`)}`,
    ...own.flatMap((action) => actionLines(action, layout)),
  ];
}

function actionLines(action: RoadmapAction, { style, width, verbose }: Layout): readonly string[] {
  const indented = (text: string, indent: number): readonly string[] =>
    wrap(visibleLine(text), width - indent).map((line) => ' '.repeat(indent) + line);
  const mark = action.resolves === 'no' ? style.red('✗ no') : style.cyan('? unknown');
  const facts = [
    action.effort,
    action.owner,
    ...(action.patch === null ? [] : [`patch ${action.patch}`]),
    ...(action.checks.length === 1 ? [] : [`turns ${action.checks.join(', ')}`]),
    `helps ${action.tasks.join(', ')}`,
    ...(action.completes.length === 0 ? [] : [`completes ${action.completes.join(', ')}`]),
    ...(action.after.length === 0 ? [] : [`after ${action.after.join(', ')}`]),
  ];
  const detailed = verbose || action.phase === 1;
  return [
    `  ${mark}  ${style.bold(action.id)}`,
    ...indented(facts.join(' · '), 6).map((line) => style.dim(line)),
    ...(detailed ? indented(`today: ${action.because}`, 6) : []),
    ...(detailed
      ? action.steps.flatMap((step, index) => indented(`${index + 1}. ${step}`, 6))
      : indented(action.title, 6)),
    ...(verbose && action.helps.length > 0
      ? indented(`entries of other frameworks: ${helpedFrameworks(action.helps)}`, 6)
      : []),
  ];
}

function unplannedLines({ unplanned }: Roadmap, { style, width }: Layout): readonly string[] {
  if (unplanned.length === 0) return [];
  const lines = unplanned.flatMap(({ check, tasks, resolve }) =>
    wrap(visibleLine(`${check} (${tasks.join(', ')}): ${resolve}`), width - 4).map(
      (line, index) => `  ${index === 0 ? '·' : ' '} ${line}`,
    ),
  );
  return ['', style.bold('Not planned: no work on the repository turns these, their source is not read yet'), ...lines];
}
