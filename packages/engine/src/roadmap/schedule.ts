// SPDX-License-Identifier: Apache-2.0
import type { RoadmapPhase } from '@plumbline/core/roadmap/roadmap';

const dayMs = 86_400_000;
const phaseMs = 14 * dayMs;

/** `asOf` is an ISO instant; the first phase starts the day after. */
export type Capacity = { readonly asOf: string; readonly capacityDays: number };

/** `phaseOf` gives the phase in which the work of that place in the order is done. */
export type Schedule = { readonly phases: readonly RoadmapPhase[]; readonly phaseOf: (place: number) => RoadmapPhase };

/**
 * Lays work, in days and in order, into phases of two weeks that hold `capacityDays` each: one thing after the other,
 * and what does not fit goes on in the next phase, so that no phase is asked for more than it holds.
 */
export function schedule(work: readonly number[], { asOf, capacityDays }: Capacity): Schedule {
  const ends = work.map((_, index) => work.slice(0, index + 1).reduce((sum, days) => sum + days, 0));
  const total = ends.at(-1) ?? 0;
  const count = phaseNumber(total, capacityDays);
  const phases = Array.from({ length: work.length === 0 ? 0 : count }, (_, index) =>
    phase(index + 1, asOf, Math.min(capacityDays, total - index * capacityDays)),
  );
  const last = phase(count, asOf, 0);
  return { phases, phaseOf: (place) => phases[phaseNumber(ends[place] ?? total, capacityDays) - 1] ?? last };
}

/** A rounding error of floating point must not push work that fits into the next phase. */
function phaseNumber(spent: number, capacityDays: number): number {
  return Math.max(1, Math.ceil(spent / capacityDays - 1e-9));
}

function phase(number: number, asOf: string, days: number): RoadmapPhase {
  const starts = Date.parse(`${asOf.slice(0, 10)}T00:00:00Z`) + dayMs + (number - 1) * phaseMs;
  return { number, starts: isoDay(starts), ends: isoDay(starts + phaseMs - dayMs), days: Math.round(days * 10) / 10 };
}

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);
