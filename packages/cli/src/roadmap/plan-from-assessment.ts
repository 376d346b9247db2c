// SPDX-License-Identifier: Apache-2.0
import { createCatalogSource } from '@plumbline/adapters/catalog-source/catalog-source';
import type { Catalog } from '@plumbline/core/catalog/create-catalog';
import { crosswalksOfTask } from '@plumbline/core/catalog/crosswalks-of-task';
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { HelpedEntry, Roadmap, RoadmapAction } from '@plumbline/core/roadmap/roadmap';
import { planRoadmap } from '@plumbline/engine/roadmap/plan-roadmap';
import { allChecks } from '@plumbline/practices/generated/checks';

/** The roadmap of an assessment, with what each action helps with in other frameworks. */
export async function planFromAssessment(
  assessment: Assessment,
  catalog: Catalog,
  capacityDays: number,
): Promise<Roadmap> {
  const crosswalks = await createCatalogSource().crosswalks();
  const helped = new Map<string, readonly HelpedEntry[]>();
  const helpsOf = (task: string): readonly HelpedEntry[] => {
    const known = helped.get(task);
    if (known !== undefined) return known;
    const entries = crosswalksOfTask(catalog, crosswalks, task).flatMap(({ crosswalk, links }) =>
      links.map(({ ref }) => ({ framework: crosswalk.framework, ref, kind: crosswalk.kind })),
    );
    helped.set(task, entries);
    return entries;
  };
  return planRoadmap({ assessment, checks: allChecks, helpsOf, capacityDays });
}

const usualCapacityDays = 5;

/** What to do, in its order. No crosswalk is read: what an action helps with in other frameworks is left out. */
export function actionsOf(assessment: Assessment): readonly RoadmapAction[] {
  return planRoadmap({ assessment, checks: allChecks, helpsOf: () => [], capacityDays: usualCapacityDays }).actions;
}
