// SPDX-License-Identifier: Apache-2.0
import type { Digest } from '../digest.ts';
import type { FactByKind, FactKind } from '../facts/fact-by-kind.ts';
import type { Strength } from './strength.ts';

/**
 * What the evidence is about. `uri` has no credentials in it; `commit` is the full object id. `dirty`: files were read
 * from a work tree whose content may differ from that commit, so that the commit alone does not hold what was seen.
 */
export type Subject = { readonly uri: string; readonly commit?: string; readonly dirty?: true };

export type CollectorRef = { readonly id: string; readonly version: string };

type Binding<K extends FactKind> = {
  /** Over everything but the moment of collection. */
  readonly digest: Digest;
  readonly kind: K;
  readonly collector: CollectorRef;
  readonly subject: Subject;
  /** Where a reader finds it: a path, `path:line`, a ref, a file name. */
  readonly location: string;
  /** ISO 8601 instant, truncated to the day (UTC): an assessment is as of a day. */
  readonly collectedAt: string;
  /** ISO 8601 instant at which the state that was seen took effect. */
  readonly effectiveAt: string;
  /** ISO 8601 instant after which it counts no more. */
  readonly expiresAt?: string;
  /** The best that this source can show; a citation may claim less, never more. */
  readonly strength: Strength;
};

/** We looked and saw this. */
export type Found<K extends FactKind = FactKind> = Binding<K> & {
  readonly state: 'found';
  readonly fact: FactByKind[K];
};

/** We looked in a complete inventory and it is not there. `lookedIn` says where. */
export type Absent<K extends FactKind = FactKind> = Binding<K> & {
  readonly state: 'absent';
  readonly lookedIn: string;
};

/** We could not look. `resolve` says exactly what would let us: a token scope, a file, a flag. */
export type Unavailable<K extends FactKind = FactKind> = Binding<K> & {
  readonly state: 'unavailable';
  readonly because: string;
  readonly resolve: string;
};

/** One item of evidence of one kind: found, absent or unavailable. Absence has three names and none is "no". */
export type Evidence<K extends FactKind = FactKind> = K extends FactKind
  ? Found<K> | Absent<K> | Unavailable<K>
  : never;

/** Evidence that somebody could look at: what a check that needs the kind receives. */
export type Seen<K extends FactKind = FactKind> = K extends FactKind ? Found<K> | Absent<K> : never;
