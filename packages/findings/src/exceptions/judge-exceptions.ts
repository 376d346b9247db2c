// SPDX-License-Identifier: Apache-2.0
import type { ExceptionEntry } from '@plumbline/core/facts/records/exceptions-record';
import type { GateException } from '@plumbline/core/gate/gate-decision';
import { isSamePerson } from './is-same-person.ts';

/** Where exceptions come from: those of the base count; those that the change itself brings are shown and do not. */
export type ExceptionSources = {
  readonly base: readonly ExceptionEntry[];
  readonly change: readonly ExceptionEntry[];
  /** Ids of exceptions whose approval somebody has proved: a review, a signature, a login. */
  readonly verified: ReadonlySet<string>;
};

export type ExceptionRules = { readonly approval: 'asserted' | 'verified'; readonly asOf: string };

/**
 * Which exceptions are in force. An exception needs a requester, another person's approval that is not in the future, and an
 * expiry that has not passed (its last day counts). What a change brings or alters cannot exempt it. Those of the base come first,
 * in their order.
 */
export function judgeExceptions(sources: ExceptionSources, rules: ExceptionRules): readonly GateException[] {
  const atBase = new Map(sources.base.map((entry) => [entry.id, entry]));
  const brought = sources.change.filter((entry) => !isSame(entry, atBase.get(entry.id)));
  return [
    ...sources.base.map((entry) => judged(entry, sources.verified.has(entry.id), outcomeOf(entry, sources, rules))),
    ...brought.map((entry) => judged(entry, false, 'in-the-change')),
  ];
}

function outcomeOf(
  entry: ExceptionEntry,
  { verified }: ExceptionSources,
  { approval, asOf }: ExceptionRules,
): GateException['outcome'] {
  const { requestedBy, approvedBy, approvedOn, expires } = entry;
  const today = asOf.slice(0, 10);
  if (approvedBy === null || approvedOn === null || approvedOn > today) return 'not-approved';
  if (isSamePerson(approvedBy, requestedBy)) return 'self-approved';
  if (approval === 'verified' && !verified.has(entry.id)) return 'not-approved';
  if (expires === null) return 'no-expiry';
  return expires < today ? 'expired' : 'honoured';
}

function judged(entry: ExceptionEntry, verified: boolean, outcome: GateException['outcome']): GateException {
  const { id, concerns, reason, expires, approvedBy } = entry;
  const approval = approvedBy === null ? 'none' : verified ? 'verified' : 'asserted';
  return { id, concerns, reason, expires, approval, outcome };
}

function isSame(entry: ExceptionEntry, other: ExceptionEntry | undefined): boolean {
  return (
    other !== undefined &&
    (Object.keys(entry) as (keyof ExceptionEntry)[]).every((member) => entry[member] === other[member])
  );
}
