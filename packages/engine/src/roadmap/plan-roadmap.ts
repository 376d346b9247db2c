// SPDX-License-Identifier: Apache-2.0
import type { Check, CheckId } from '@plumbline/core/answers/check';
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { HelpedEntry, Roadmap, RoadmapAction, Unplanned } from '@plumbline/core/roadmap/roadmap';
import { effortDays } from './effort-days.ts';
import { type OpenAnswer, openAnswers } from './open-answers.ts';
import { orderByLeverage } from './order-by-leverage.ts';
import { schedule } from './schedule.ts';

/** `helpsOf` gives the crosswalk entries of a task; `capacityDays` is what one phase of two weeks can hold. */
export type RoadmapInput = {
  readonly assessment: Assessment;
  readonly checks: readonly Check[];
  readonly helpsOf: (task: string) => readonly HelpedEntry[];
  readonly capacityDays: number;
};

/**
 * Orders what is open by how much of the tasks it closes for its effort, dependencies first, and lays it into phases.
 * What rests on a source that nothing reads yet is listed apart: no work on the repository would turn it. Pure.
 */
export function planRoadmap({ assessment, checks, helpsOf, capacityDays }: RoadmapInput): Roadmap {
  const byId = new Map(checks.map((check) => [check.id, check]));
  const open = openAnswers(assessment);
  const isPlannable = ({ check }: OpenAnswer): boolean => byId.get(check)?.automation !== 'not-yet';
  const unplannable = open.filter((answer) => !isPlannable(answer));
  const ordered = orderByLeverage(open.filter(isPlannable), byId, unplannable);
  const { phases, phaseOf } = schedule(ordered, { asOf: assessment.asOf, capacityDays });
  const planned = new Set(ordered.map(({ check }) => check.id));
  return {
    schemaVersion: '1.0',
    asOf: assessment.asOf,
    subject: assessment.subject,
    profile: assessment.profile.id,
    capacityDays,
    phases,
    actions: ordered.map(({ check, open, completes }): RoadmapAction => {
      const phase = phaseOf(check.id);
      return {
        id: check.id,
        title: check.remedy.steps[0],
        tasks: open.tasks,
        completes,
        helps: uniqueEntries(open.tasks.flatMap((task) => helpsOf(task))),
        effort: check.remedy.effort,
        effortDays: effortDays[check.remedy.effort],
        resolves: open.outcome,
        because: open.because,
        steps: check.remedy.steps,
        after: (check.remedy.after ?? []).filter((id) => planned.has(id)),
        patch: check.remedy.patch ?? null,
        owner: owners[check.scope],
        scope: check.scope,
        phase: phase.number,
        due: phase.ends,
      };
    }),
    unplanned: unplannable.map(({ check, tasks, because, resolve }): Unplanned => ({ check, tasks, because, resolve })),
  };
}

const owners: { readonly [S in Check['scope']]: string } = {
  organisation: 'security lead',
  product: 'product owner',
  repository: 'maintainers',
  release: 'release engineer',
};

function uniqueEntries(entries: readonly HelpedEntry[]): readonly HelpedEntry[] {
  const byKey = new Map<string, HelpedEntry>(
    entries.map((entry): [CheckId, HelpedEntry] => [`${entry.framework}\n${entry.ref}`, entry]),
  );
  return [...byKey.values()];
}
