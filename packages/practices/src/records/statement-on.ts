// SPDX-License-Identifier: Apache-2.0
import type { Citation, No, Unknown } from '@plumbline/core/answers/answer';
import { no } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import type { CheckId } from '@plumbline/core/answers/check';
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { StatementEntry } from '@plumbline/core/facts/records/statements-record';
import { reviewedWithinYear } from '../days/reviewed-within-year.ts';
import { shortText } from '../words/short-text.ts';
import { notFilledIn } from './not-filled-in.ts';

/** A statement that counts today with its citation, or the answer where there is none. */
export type StatementFound =
  | { readonly statement: StatementEntry; readonly citation: Citation; readonly refusal: null }
  | { readonly statement: null; readonly citation: null; readonly refusal: No | Unknown };

/**
 * The newest current statement of a named person on a topic (the id of the check that it speaks to). Current: made or
 * reviewed in the twelve months before `asOf` and not past its end. It is asserted; documented where it points at a
 * document with an owner and a review date in the same twelve months.
 */
export function statementOn(item: Seen<'record:statements'>, topic: CheckId, asOf: string): StatementFound {
  const lacks = (because: string): StatementFound => refuse(no(because, [cite(item)]));
  if (item.state === 'absent') return lacks(`No statements are kept: ${shortText(item.lookedIn)}`);
  if (item.fact.placeholder) return refuse(notFilledIn(item));
  const made = item.fact.content.statements.filter((entry) => entry.topic === topic && entry.by.trim() !== '');
  const current = made.filter((entry) => isCurrent(entry, asOf)).toSorted((a, b) => (a.on < b.on ? 1 : -1));
  const [statement] = current;
  if (statement === undefined) {
    return lacks(
      made.length === 0
        ? `No statement about ${topic}`
        : `The statement about ${topic} is not of the last twelve months`,
    );
  }
  const strength = isDocumented(statement, asOf) ? 'documented' : 'asserted';
  return { statement, citation: cite(item, { strength }), refusal: null };
}

const refuse = (refusal: No | Unknown): StatementFound => ({ statement: null, citation: null, refusal });

function isCurrent(entry: StatementEntry, asOf: string): boolean {
  const ended =
    entry.validUntil !== null && !(Date.parse(`${entry.validUntil.slice(0, 10)}T23:59:59Z`) >= Date.parse(asOf));
  const made = Date.parse(entry.on) <= Date.parse(asOf);
  return made && !ended && (reviewedWithinYear(entry.on, asOf) || reviewedWithinYear(entry.reviewedOn, asOf));
}

function isDocumented(entry: StatementEntry, asOf: string): boolean {
  return entry.document !== undefined && entry.owner !== undefined && reviewedWithinYear(entry.reviewedOn, asOf);
}
