// SPDX-License-Identifier: Apache-2.0
import type { FeedPart } from '../../platform/feeds/feed-part.ts';
import type { FeedIntake, Provenance } from './feed-intake.ts';

/** Who brought the data, and when; ISO 8601. */
export type Brought = { readonly provenance: Provenance; readonly now: string };

/** What a person, a server or a bundle says about the age of the data; nothing is newer than now. */
export function statedAge(intake: FeedIntake, part: string, { provenance, now }: Brought): string | null {
  const stated = provenance.asOf ?? intake.stated.get(part);
  return stated === undefined ? null : earlier(stated, now);
}

/** What was read and what had been kept: `complete` when all that was kept came again. */
export type Joined = {
  readonly stated: string | null;
  readonly newestAt: string | null;
  readonly old: FeedPart | undefined;
  readonly complete: boolean;
};

/** A few newer entries do not make the others newer: only all of them at once, or who fetched them, say so. */
export function joinedAge({ stated, newestAt, old, complete }: Joined, now: string): string {
  const newest = stated ?? earlier(newestAt ?? now, now);
  if (old === undefined) return newest;
  return stated !== null || complete ? later(newest, old.asOf) : old.asOf;
}

export const earlier = (a: string, b: string): string => (Date.parse(a) < Date.parse(b) ? a : b);
const later = (a: string, b: string): string => (Date.parse(a) > Date.parse(b) ? a : b);
