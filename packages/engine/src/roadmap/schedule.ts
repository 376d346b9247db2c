// SPDX-License-Identifier: Apache-2.0
import type { CheckId } from '@plumbline/core/answers/check';
import type { RoadmapPhase } from '@plumbline/core/roadmap/roadmap';
import { effortDays } from './effort-days.ts';
import type { OrderedAnswer } from './order-by-leverage.ts';

const phaseMs = 14 * 86_400_000;

/** `asOf` is an ISO instant; the first phase starts the day after. */
export type Capacity = { readonly asOf: string; readonly capacityDays: number };

export type Schedule = { readonly phases: readonly RoadmapPhase[]; readonly phaseOf: (id: CheckId) => RoadmapPhase };

/** Lays the actions one after the other into phases of two weeks; a long one ends in the phase in which it is done. */
export function schedule(ordered: readonly OrderedAnswer[], { asOf, capacityDays }: Capacity): Schedule {
  const numbers = new Map<CheckId, number>();
  const planned: number[] = [];
  let spent = 0;
  for (const { check } of ordered) {
    const days = effortDays[check.remedy.effort];
    spent += days;
    // A rounding error of floating point must not push an action that fits into the next phase.
    const number = Math.max(1, Math.ceil(spent / capacityDays - 1e-9));
    numbers.set(check.id, number);
    planned[number - 1] = (planned[number - 1] ?? 0) + days;
  }
  const phases = Array.from({ length: planned.length }, (_, index) => phase(index + 1, asOf, planned[index] ?? 0));
  return { phases, phaseOf: (id) => phase(numbers.get(id) ?? 1, asOf, planned[(numbers.get(id) ?? 1) - 1] ?? 0) };
}

function phase(number: number, asOf: string, days: number): RoadmapPhase {
  const first = Date.parse(`${asOf.slice(0, 10)}T00:00:00Z`) + 86_400_000;
  const starts = first + (number - 1) * phaseMs;
  return {
    number,
    starts: isoDay(starts),
    ends: isoDay(starts + phaseMs - 86_400_000),
    days: Math.round(days * 10) / 10,
  };
}

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);
