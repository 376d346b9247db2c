// SPDX-License-Identifier: Apache-2.0
import { ordinaryConditions } from '@plumbline/core/building/build-conditions';
import type { BuildMaterial } from '@plumbline/core/building/build-material';
import type { BuildPlan } from '@plumbline/core/building/build-plan';
import type { BuildRun } from '@plumbline/core/building/build-run';
import type { Workshop } from '@plumbline/core/building/workshop';
import type { Reproduction } from '@plumbline/core/state/build-entry';
import { failureOf } from './failure-of.ts';
import { provenanceOf } from './provenance-of.ts';
import { varyConditions } from './vary-conditions.ts';

export type BuildOrder = {
  readonly workshop: Workshop;
  readonly plan: BuildPlan;
  readonly reproduce: boolean;
  /** Of this program. */
  readonly version: string;
  /** Waits until the clock shows another second than at the start of the first build, and another of zip's two. */
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly progress: (what: string) => void;
};

/** `failed`: in which build, and why; its log tells more. `statement`: the provenance as the bytes to sign. */
export type Built =
  | { readonly state: 'failed'; readonly which: 'first' | 'second'; readonly because: string; readonly run: BuildRun }
  | {
      readonly state: 'built';
      readonly run: BuildRun;
      readonly materials: readonly BuildMaterial[];
      readonly reproduction: Reproduction | null;
      readonly statement: Uint8Array;
    };

/** Longer than the two seconds in which zip counts. */
const apartMs = 2100;
const differencesKept = 500;

/** Fetches, builds, builds again where that is asked for, and says how, as provenance. What the workshop throws passes through. */
export async function buildAndRecord(order: BuildOrder): Promise<Built> {
  const { workshop, plan, progress, version } = order;
  if (plan.fetch !== null) progress('fetching, with network');
  const materials = [...workshop.materials, ...(await workshop.fetch())];
  progress('building');
  const run = await workshop.build(ordinaryConditions);
  const because = failureOf(run);
  if (because !== null) return { state: 'failed', which: 'first', because, run };
  const again = order.reproduce ? await buildAgain(order, run) : { state: 'compared' as const, reproduction: null };
  if (again.state === 'failed') return again;
  const { reproduction } = again;
  const statement = provenanceOf({ plan, run, isolation: workshop.isolation, materials, reproduction, version });
  return { state: 'built', run, materials, reproduction, statement };
}

type Again =
  | Extract<Built, { readonly state: 'failed' }>
  | { readonly state: 'compared'; readonly reproduction: Reproduction | null };

async function buildAgain({ workshop, wait, progress }: BuildOrder, first: BuildRun): Promise<Again> {
  const { conditions, varied, notVaried } = varyConditions(workshop.variable);
  await wait(Math.max(0, Date.parse(first.startedAt) + apartMs - Date.parse(first.finishedAt)));
  progress('building again, in other conditions');
  const second = await workshop.build(conditions);
  const because = failureOf(second);
  if (because !== null) return { state: 'failed', which: 'second', because, run: second };
  const differences = await workshop.compare(first, second);
  return {
    state: 'compared',
    reproduction: {
      varied,
      notVaried,
      differences: differences.slice(0, differencesKept),
      differenceCount: differences.length,
    },
  };
}
