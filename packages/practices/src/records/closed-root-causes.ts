// SPDX-License-Identifier: Apache-2.0
import type { Answer, Citations } from '@plumbline/core/answers/answer';
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { RootCause } from '@plumbline/core/facts/records/root-causes-record';
import { counted } from '../words/counted.ts';
import { withinDays } from '../days/days-before.ts';
import { nameSome } from '../words/name-some.ts';
import { recordContent } from './record-content.ts';
import { allCounted } from '../words/all-counted.ts';

/** Cases count for a year after they were closed. */
export const closedDaysMax = 365;

/** `has` is asked of every case closed in the window; `what` names in the plural what it must carry. */
export type AskOfCases = { readonly what: string; readonly has: (cause: RootCause) => boolean; readonly asOf: string };

/**
 * Asks something of all cases that were closed in the last year (RV.3). Not applicable only where a register that is
 * declared complete shows none; unknown where it is not complete and nothing speaks against it.
 */
export function ofClosedCases(item: Seen<'record:root-causes'>, { what, has, asOf }: AskOfCases): Answer {
  const { content, refusal } = recordContent(item, 'root causes');
  if (refusal !== null) return refusal;
  const here: Citations = [cite(item)];
  const closed = content.causes.filter(({ closedOn }) => withinDays(closedOn, asOf, closedDaysMax));
  const lacking = closed.filter((cause) => !has(cause));
  const measures = [{ name: `closed cases with ${what}`, value: closed.length - lacking.length, of: closed.length }];
  if (lacking.length > 0)
    return no(
      `${counted(lacking.length, 'case')} of ${closed.length} closed in the last year lack ${what}: ${nameSome(lacking.map((cause) => cause.case))}`,
      here,
      measures,
    );
  if (!content.complete)
    return unknown(
      `${counted(closed.length, 'closed case')} of the last year recorded, but the register is not declared complete`,
      'Record every closed case and declare complete: true in security/root-causes.yaml',
      here,
      measures,
    );
  if (closed.length === 0) return notApplicable('No case was closed in the last year: the register is complete', here);
  return yes(`Closed in the last year with ${what}: ${allCounted(closed.length, 'case')}`, here, measures);
}

/** Whether a text of a record says something. */
export const said = (text: string | null): boolean => text !== null && text.trim() !== '';
