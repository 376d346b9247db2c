// SPDX-License-Identifier: Apache-2.0
import { createCatalogSource } from '@plumbline/adapters/catalog-source/catalog-source';
import type { Catalog } from '@plumbline/core/catalog/create-catalog';
import { crosswalksOfTask } from '@plumbline/core/catalog/crosswalks-of-task';
import type { Patch } from '@plumbline/core/roadmap/patch';
import type { HelpedEntry, Roadmap, RoadmapAction } from '@plumbline/core/roadmap/roadmap';
import type { MadePatch } from '@plumbline/engine/roadmap/make-patches';
import { openAnswers } from '@plumbline/engine/roadmap/open-answers';
import { planRoadmap } from '@plumbline/engine/roadmap/plan-roadmap';
import { allChecks } from '@plumbline/practices/generated/checks';
import { allPatches } from '@plumbline/practices/generated/patches';
import type { Assessed } from '../assess/assess-target.ts';
import { tryPatches, type TryOptions } from './try-patches.ts';

/** A roadmap, and what came of every patch that its checks name: only one that is ready is promised. */
export type Planned = { readonly roadmap: Roadmap; readonly made: readonly MadePatch[] };

/** The roadmap of an assessment, with what each action helps with in other frameworks. */
export async function planFromAssessment(
  assessed: Assessed,
  capacityDays: number,
  options: TryOptions,
): Promise<Planned> {
  const { assessment, catalog } = assessed;
  const made = await tryPatches(namedPatches(assessed), assessed, options);
  const patches = made.filter(({ state }) => state === 'ready').map(({ patch }) => patch);
  const helpsOf = await crosswalkEntries(catalog);
  return { roadmap: planRoadmap({ assessment, checks: allChecks, patches, helpsOf, capacityDays }), made };
}

const usualCapacityDays = 5;
const shownMax = 5;

/**
 * What to do first, in its order. Only the patches of the first few are tried, and no crosswalk is read: a report shows
 * no more. A patch that cannot be made is promised by none, which may change what comes first.
 */
export async function firstActions(assessed: Assessed, signal: AbortSignal): Promise<readonly RoadmapAction[]> {
  const { assessment } = assessed;
  const impossible = new Set<string>();
  const tried = new Set<string>();
  for (;;) {
    const patches = allPatches.filter(({ id }) => !impossible.has(id));
    const { actions } = planRoadmap({
      assessment,
      checks: allChecks,
      patches,
      helpsOf: () => [],
      capacityDays: usualCapacityDays,
    });
    const first = new Set(actions.slice(0, shownMax).flatMap(({ patch }) => patch ?? []));
    const untried = patches.filter(({ id }) => first.has(id) && !tried.has(id));
    if (untried.length === 0) return actions;
    const made = await tryPatches(untried, assessed, { offline: true, signal });
    for (const { patch, state } of made) {
      tried.add(patch.id);
      if (state === 'not-possible') impossible.add(patch.id);
    }
  }
}

/** The patches that open answers name. */
function namedPatches({ assessment }: Assessed): readonly Patch[] {
  const open = new Set(openAnswers(assessment).map(({ check }) => check));
  const named = new Set(
    allChecks.flatMap(({ id, remedy }) => (open.has(id) && remedy.patch !== undefined ? [remedy.patch] : [])),
  );
  return allPatches.filter(({ id }) => named.has(id));
}

async function crosswalkEntries(catalog: Catalog): Promise<(task: string) => readonly HelpedEntry[]> {
  const crosswalks = await createCatalogSource().crosswalks();
  const helped = new Map<string, readonly HelpedEntry[]>();
  return (task) => {
    const known = helped.get(task);
    if (known !== undefined) return known;
    const entries = crosswalksOfTask(catalog, crosswalks, task).flatMap(({ crosswalk, links }) =>
      links.map(({ ref }) => ({ framework: crosswalk.framework, ref, kind: crosswalk.kind })),
    );
    helped.set(task, entries);
    return entries;
  };
}
