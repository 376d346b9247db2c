// SPDX-License-Identifier: Apache-2.0
import type { AffectedRange, RangeEvent } from '@plumbline/core/vulnerabilities/advisory';
import type { ParsedVersion } from '@plumbline/core/versions/version-orders';
import type { VersionOrder } from '@plumbline/core/versions/version-order';

/** A range holds a version, with the events between which it stands, or it does not. */
export type RangeVerdict =
  | { readonly state: 'in'; readonly from: string; readonly until: RangeEvent | null }
  | { readonly state: 'out' };

/** A range whose events are in their order; or why they cannot be. */
export type OrderedRange =
  | { readonly state: 'ordered'; readonly evaluate: (version: ParsedVersion) => RangeVerdict }
  | { readonly state: 'undecided'; readonly because: string };

type EventKind = 'introduced' | 'fixed' | 'lastAffected' | 'limit';
/** `at` is null where the event stands before every version, or as a limit behind every one. */
type Placed = {
  readonly event: RangeEvent;
  readonly kind: EventKind;
  readonly text: string;
  readonly at: ParsedVersion | null;
};

const out: RangeVerdict = { state: 'out' };

/**
 * Orders the events of a range by https://ossf.github.io/osv-schema/#evaluation: by their versions, `introduced: '0'`
 * before all. Where one stretch ends and another begins at the same version the order of the record decides; a last
 * affected version comes after its own beginning.
 */
export function orderRange(range: AffectedRange, order: VersionOrder<ParsedVersion>): OrderedRange {
  const placed: Placed[] = [];
  for (const event of range.events) {
    const { kind, text } = eventParts(event);
    // "0" is below every version, whatever the ecosystem says about one called 0; "*" is above
    const open = (kind === 'introduced' && text === '0') || (kind === 'limit' && text === '*');
    const at = open ? null : order.parse(text);
    if (at === null && !open)
      return { state: 'undecided', because: `${text} of the advisory is no version that its ecosystem can order` };
    placed.push({ event, kind, text, at });
  }
  const limits = placed.filter(({ kind }) => kind === 'limit');
  const events = placed.filter(({ kind }) => kind !== 'limit').sort((a, b) => compareEvents(a, b, order));
  const beforeLimits = (version: ParsedVersion): boolean =>
    limits.length === 0 || limits.some(({ at }) => at === null || order.compare(version, at) < 0);
  return {
    state: 'ordered',
    evaluate: (version) => (beforeLimits(version) ? verdictOf(version, events, order) : out),
  };
}

export function eventParts(event: RangeEvent): { readonly kind: EventKind; readonly text: string } {
  if ('introduced' in event) return { kind: 'introduced', text: event.introduced };
  if ('fixed' in event) return { kind: 'fixed', text: event.fixed };
  if ('limit' in event) return { kind: 'limit', text: event.limit };
  return { kind: 'lastAffected', text: event.lastAffected };
}

function verdictOf(
  version: ParsedVersion,
  events: readonly Placed[],
  { compare }: VersionOrder<ParsedVersion>,
): RangeVerdict {
  let from: string | null = null;
  let until: RangeEvent | null = null;
  for (const { event, kind, text, at } of events) {
    const after = at === null ? 1 : compare(version, at);
    if (kind === 'introduced') {
      if (after >= 0) [from, until] = [text, null];
    } else if (kind === 'fixed' ? after >= 0 : after > 0) from = null;
    else if (from !== null) until ??= event;
  }
  return from === null ? out : { state: 'in', from, until };
}

function compareEvents(a: Placed, b: Placed, { compare }: VersionOrder<ParsedVersion>): number {
  if (a.at === null || b.at === null) return (a.at === null ? 0 : 1) - (b.at === null ? 0 : 1);
  return compare(a.at, b.at) || (a.kind === 'lastAffected' ? 1 : 0) - (b.kind === 'lastAffected' ? 1 : 0);
}
