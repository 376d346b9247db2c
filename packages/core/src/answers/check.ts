// SPDX-License-Identifier: Apache-2.0
import type { Seen } from '../evidence/evidence.ts';
import type { Strength } from '../evidence/strength.ts';
import type { FactKind } from '../facts/fact-by-kind.ts';
import type { Answer } from './answer.ts';

/** A predicate that is good when true: `security-policy-present`. */
export type CheckId = string;

/** `asOf` is the end of a day, ISO 8601. */
export type CheckContext = { readonly asOf: string };

/** What a check receives: what it needs has been seen; what it merely uses may be missing. */
export type CheckEvidence<N extends FactKind, U extends FactKind> = { readonly [K in N]: Seen<K> } & {
  readonly [K in U]?: Seen<K>;
};

/** How much work the remedy is for somebody who knows the project. */
export type Effort = 'minutes' | 'hours' | 'days' | 'weeks';

/** What a reader of the guide needs; the page docs/generated/checks/<id>.md is made from it. */
export type CheckGuide = {
  /** What a yes shows. */
  readonly shows: string;
  /** What a yes does not show: the limits of the source. */
  readonly doesNotShow: string;
  /** What turns its unknown into an answer. */
  readonly resolve: string;
};

export type Remedy = {
  readonly effort: Effort;
  /** Imperative, in order. */
  readonly steps: readonly [string, ...string[]];
  /** Id of a roadmap patch that makes the change, where there is one. */
  readonly patch?: string;
  /** Check ids that should be yes first. */
  readonly after?: readonly CheckId[];
};

export type CheckScope = 'organisation' | 'product' | 'repository' | 'release';

/**
 * One yes-or-no question of evidence. When anything that it `needs` is unavailable or missing, the answer is unknown
 * without asking it; `uses` is evidence that may add to the answer but must never turn a yes into a no by its absence
 * (DESIGN §2.5; property-tested).
 */
export type Check<N extends FactKind = FactKind, U extends FactKind = FactKind> = {
  readonly id: CheckId;
  /** One line, ends with a question mark. */
  readonly question: string;
  readonly scope: CheckScope;
  readonly needs: readonly [N, ...N[]];
  readonly uses?: readonly U[];
  /** The strength that its source can reach. */
  readonly strength: Strength;
  /** Evidence that took effect longer ago than this does not count; unset: it is as fresh as the assessed commit. */
  readonly freshDays?: number;
  /** A machine can look (`automatic`), people must say (`people`), or its source is not read yet (`not-yet`). */
  readonly automation: 'automatic' | 'people' | 'not-yet';
  readonly guide: CheckGuide;
  readonly remedy: Remedy;
  // A method, so that a check over few kinds can stand in a list of checks over any.
  answer(evidence: CheckEvidence<N, U>, context: CheckContext): Answer;
};

/** Declares a check; the types of its evidence follow from `needs` and `uses`. */
export function defineCheck<const N extends FactKind, const U extends FactKind = never>(check: Check<N, U>): Check {
  return check as unknown as Check; // safe: askCheck hands over exactly what it declares
}
