// SPDX-License-Identifier: Apache-2.0
import type { CheckId, CheckScope, Effort } from '../answers/check.ts';
import type { Subject } from '../evidence/evidence.ts';

/** An entry of another framework that an action helps with; `kind` is the crosswalk's (published, derived …). */
export type HelpedEntry = { readonly framework: string; readonly ref: string; readonly kind: string };

/** One piece of work: it turns the answers to its checks in every task that requires them. */
export type RoadmapAction = {
  /** The id of the check that takes most of the work. */
  readonly id: CheckId;
  /** All checks that it turns: several when one ready patch does. */
  readonly checks: readonly CheckId[];
  /** Imperative, one line. */
  readonly title: string;
  /** Tasks that require the answer. */
  readonly tasks: readonly string[];
  /** Tasks that have every required answer once this and the actions before it are done. */
  readonly completes: readonly string[];
  readonly helps: readonly HelpedEntry[];
  readonly effort: Effort;
  /** Working days of one person: the middle of what `effort` means. */
  readonly effortDays: number;
  /** What the answer is today. */
  readonly resolves: 'no' | 'unknown';
  readonly because: string;
  readonly steps: readonly string[];
  /** Ids of actions that come first. */
  readonly after: readonly CheckId[];
  /** Id of the ready patch, where there is one. */
  readonly patch: string | null;
  /** A role, never a person. */
  readonly owner: string;
  readonly scope: CheckScope;
  readonly phase: number;
  /** ISO day: the end of its phase. */
  readonly due: string;
};

/** Two weeks; ISO days. `days` is the effort planned into it, at most the capacity. */
export type RoadmapPhase = {
  readonly number: number;
  readonly starts: string;
  readonly ends: string;
  readonly days: number;
};

/** Open answers that no action of this version can turn, each with what would. */
export type Unplanned = {
  readonly check: CheckId;
  readonly tasks: readonly string[];
  readonly because: string;
  readonly resolve: string;
};

/** What to do, in order. `capacityDays` is working days of one person in a phase. */
export type Roadmap = {
  readonly schemaVersion: '1.0';
  readonly asOf: string;
  readonly subject: Subject;
  readonly profile: string;
  readonly capacityDays: number;
  readonly phases: readonly RoadmapPhase[];
  readonly actions: readonly RoadmapAction[];
  readonly unplanned: readonly Unplanned[];
};
