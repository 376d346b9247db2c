// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { Patch } from '@plumbline/core/roadmap/patch';
import type { HelpedEntry, Roadmap, RoadmapAction, RoadmapPhase, Unplanned } from '@plumbline/core/roadmap/roadmap';
import { effortDays } from './effort-days.ts';
import { groupByPatch } from './group-by-patch.ts';
import { type OpenAnswer, openAnswers } from './open-answers.ts';
import { orderByLeverage, type OrderedItem } from './order-by-leverage.ts';
import { schedule } from './schedule.ts';

/**
 * `patches` are those that can be made for this repository; `helpsOf` gives the crosswalk entries of a task;
 * `capacityDays` is what one phase of two weeks can hold.
 */
export type RoadmapInput = {
  readonly assessment: Assessment;
  readonly checks: readonly Check[];
  readonly patches: readonly Patch[];
  readonly helpsOf: (task: string) => readonly HelpedEntry[];
  readonly capacityDays: number;
};

/**
 * Orders what is open by how much of the tasks it closes for its effort, dependencies first, and lays it into phases.
 * What rests on a source that nothing reads yet is listed apart: no work on the repository would turn it. Pure.
 */
export function planRoadmap(input: RoadmapInput): Roadmap {
  const { assessment, checks, capacityDays } = input;
  const byId = new Map(checks.map((check) => [check.id, check]));
  const open = openAnswers(assessment);
  const isPlannable = ({ check }: OpenAnswer): boolean => byId.get(check)?.automation !== 'not-yet';
  const unplannable = open.filter((answer) => !isPlannable(answer));
  const patches = new Map(input.patches.map((patch) => [patch.id, patch]));
  const ordered = orderByLeverage(groupByPatch(open.filter(isPlannable), byId, patches), unplannable);
  const work = ordered.map((item) => effortDays[item.checks[0].remedy.effort]);
  const { phases, phaseOf } = schedule(work, { asOf: assessment.asOf, capacityDays });
  const planned = new Set(ordered.flatMap((item) => item.checks.map(({ id }) => id)));
  return {
    schemaVersion: '1.0',
    asOf: assessment.asOf,
    subject: assessment.subject,
    profile: assessment.profile.id,
    capacityDays,
    phases,
    actions: ordered.map((item, place) => actionOf(item, phaseOf(place), planned, input)),
    unplanned: unplannable.map(({ check, tasks, because, resolve }): Unplanned => ({
      check,
      tasks,
      because,
      resolve: resolve === '' ? (byId.get(check)?.guide.resolve ?? because) : resolve,
    })),
  };
}

function actionOf(
  item: OrderedItem,
  phase: RoadmapPhase,
  planned: ReadonlySet<string>,
  { helpsOf }: RoadmapInput,
): RoadmapAction {
  const [first] = item.checks;
  const ids = item.checks.map(({ id }) => id);
  const tasks = [...new Set(item.open.flatMap((answer) => answer.tasks))].sort();
  const joined = item.checks.length > 1 && item.patch !== null;
  return {
    id: first.id,
    title: joined ? (item.patch?.title ?? '') : first.remedy.steps[0],
    checks: ids,
    tasks,
    completes: item.completes,
    helps: uniqueEntries(tasks.flatMap((task) => helpsOf(task))),
    effort: first.remedy.effort,
    effortDays: effortDays[first.remedy.effort],
    resolves: item.open.some(({ outcome }) => outcome === 'no') ? 'no' : 'unknown',
    because: item.open[0].because,
    steps: [...new Set(item.checks.flatMap(({ remedy }) => remedy.steps))],
    after: [...new Set(item.checks.flatMap(({ remedy }) => remedy.after ?? []))].filter(
      (id) => planned.has(id) && !ids.includes(id),
    ),
    patch: item.patch?.id ?? null,
    owner: owners[first.scope],
    scope: first.scope,
    phase: phase.number,
    due: phase.ends,
  };
}

const owners: { readonly [S in Check['scope']]: string } = {
  organisation: 'security lead',
  product: 'product owner',
  repository: 'maintainers',
  release: 'release engineer',
};

function uniqueEntries(entries: readonly HelpedEntry[]): readonly HelpedEntry[] {
  return [...new Map(entries.map((entry) => [`${entry.framework}\n${entry.ref}`, entry])).values()];
}
