// SPDX-License-Identifier: Apache-2.0
import type { Answer, Citations } from '@plumbline/core/answers/answer';
import { no, notApplicable, yes } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { ResponseCases } from '@plumbline/core/facts/response-cases';
import { nameSome } from '../words/name-some.ts';
import { shortText } from '../words/short-text.ts';
import { allCounted } from '../words/all-counted.ts';

type Case = ResponseCases['cases'][number];

/**
 * How one case stands against its clock as of a day. `open`: the clock still runs, so it counts neither way
 * (censored); `outside`: the clock does not apply to it.
 */
export type ClockState = 'in-time' | 'late' | 'open' | 'outside';

/** `done` completes "n of m cases were …". */
export type CaseClock = { readonly done: string; readonly stateOf: (entry: Case) => ClockState };

/** Holds every case of the register against a clock; the register is one item and complete for its window. */
export function heldToClock(item: Seen<'response-cases'>, { done, stateOf }: CaseClock): Answer {
  const here: Citations = [cite(item)];
  if (item.state === 'absent') return no(`No register of cases: ${shortText(item.lookedIn)}`, here);
  const { cases, windowDays } = item.fact;
  const judged = cases.map((entry) => ({ id: entry.id, state: stateOf(entry) }));
  const of = (state: ClockState): readonly string[] =>
    judged.filter((entry) => entry.state === state).map(({ id }) => id);
  const late = of('late');
  const inTime = of('in-time').length;
  const decided = late.length + inTime;
  const running = of('open').length;
  const measures = [
    { name: `cases ${done}`, value: inTime, of: decided },
    { name: 'cases whose clock still runs', value: running, of: cases.length },
  ];
  if (late.length > 0)
    return no(`${late.length} of ${decided} cases were not ${done}: ${nameSome(late)}`, here, measures);
  if (decided === 0)
    return notApplicable(
      `No case of the last ${windowDays} days had to be ${done} yet (${running} still running, ${cases.length} in all)`,
      here,
    );
  return yes(
    `Of the last ${windowDays} days, ${done}: ${allCounted(decided, 'case')} (${running} still running)`,
    here,
    measures,
  );
}

/** In time: done by the end of the day `due`. Not done and not yet due: open. */
export function clockState(doneOn: string | null, due: number, asOf: string): ClockState {
  if (Number.isNaN(due)) return 'late'; // a clock that cannot be read was not kept
  if (doneOn === null) return Date.parse(asOf) <= due ? 'open' : 'late';
  return Date.parse(doneOn.slice(0, 10)) <= due ? 'in-time' : 'late';
}

/** End of the last day on which something is in time: whole days after `from`. */
export function dueAfter(from: string, days: number): number {
  return Date.parse(`${from.slice(0, 10)}T23:59:59.999Z`) + days * 86_400_000;
}
