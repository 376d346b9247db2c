// SPDX-License-Identifier: Apache-2.0
import type { Roadmap, RoadmapAction } from '@plumbline/core/roadmap/roadmap';
import { markdownText } from '../markdown/markdown-text.ts';
import { counted } from '../catalog-list/layout.ts';
import { subjectMarkdown } from '../markdown/subject-markdown.ts';
import { helpedFrameworks } from './helped-frameworks.ts';

/** The roadmap as a document for a wiki or an issue: one table a phase, the steps below. */
export function renderRoadmapMarkdown(roadmap: Roadmap): string {
  const { subject, asOf, profile, phases, actions, unplanned } = roadmap;
  return [
    `# Roadmap of ${markdownText(subject.uri)}`,
    '',
    `${subjectMarkdown(subject)}, as of ${asOf.slice(0, 10)}, profile ${markdownText(profile)}.`,
    '',
    `${counted(actions.length, 'action')}, ${counted(roadmap.capacityDays, 'working day')} in each phase of two weeks.`,
    ...phases.flatMap(({ number, ends }) =>
      phaseSection(
        number,
        ends,
        actions.filter(({ phase }) => phase === number),
      ),
    ),
    ...(unplanned.length === 0
      ? []
      : ['', '## Not planned', '', 'No work on the repository turns these: their source is not read yet.', '']),
    ...unplanned.map(({ check, tasks, resolve }) => `- \`${check}\` (${tasks.join(', ')}): ${markdownText(resolve)}`),
    '',
  ].join('\n');
}

function phaseSection(number: number, ends: string, actions: readonly RoadmapAction[]): readonly string[] {
  if (actions.length === 0) return [];
  return [
    '',
    `## Phase ${number}, until ${ends}`,
    '',
    '| action | today | effort | owner | helps | completes | patch |',
    '|---|---|---|---|---|---|---|',
    ...actions.map(
      (action) =>
        `| \`${action.id}\` | ${action.resolves} | ${action.effort} | ${action.owner} | ${action.tasks.join(', ')} | ${action.completes.join(', ')} | ${action.patch ?? ''} |`,
    ),
    ...actions.flatMap((action) => [
      '',
      `### ${action.id}`,
      '',
      `Today: ${markdownText(action.because)}`,
      '',
      ...action.steps.map((step, index) => `${index + 1}. ${markdownText(step)}`),
      ...(action.helps.length === 0 ? [] : ['', `Other frameworks: ${markdownText(helpedFrameworks(action.helps))}.`]),
    ]),
  ];
}
