// SPDX-License-Identifier: Apache-2.0
import type { Digest } from '../digest.ts';
import type { Strength } from '../evidence/strength.ts';

/** What an answer rests on: an item of evidence, where in it to look, and how strong it is for this question. */
export type Citation = {
  readonly evidence: Digest;
  readonly location: string;
  readonly strength: Strength;
  readonly note?: string;
};

export type Citations = readonly [Citation, ...Citation[]];

/** A figure behind an answer about a share or about all of something. */
export type Measure = { readonly name: string; readonly value: number; readonly of?: number };

type Stated = { readonly because: string; readonly measures?: readonly Measure[] };

export type Yes = Stated & { readonly outcome: 'yes'; readonly strength: Strength; readonly citations: Citations };
export type No = Stated & { readonly outcome: 'no'; readonly citations: Citations };
export type NotApplicable = Stated & {
  readonly outcome: 'not-applicable';
  readonly strength: Strength;
  readonly citations: Citations;
};
/** `resolve` says exactly what would turn it into an answer. */
export type Unknown = Stated & {
  readonly outcome: 'unknown';
  readonly resolve: string;
  readonly citations: readonly Citation[];
};

/** The answer to one check's question. Yes, no and not-applicable do not compile without a citation. */
export type Answer = Yes | No | NotApplicable | Unknown;

export type Outcome = Answer['outcome'];
