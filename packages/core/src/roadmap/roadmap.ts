// SPDX-License-Identifier: Apache-2.0
import type { CheckId, Effort } from '../answers/check.ts';

/** An entry of another framework that an action helps with. */
export type HelpedEntry = { readonly framework: string; readonly ref: string; readonly kind: string };

/** One thing to do. `closes`: required answers it turns to yes, by task; `helps`: crosswalk entries of those tasks. */
export type RoadmapAction = {
  readonly id: string;
  readonly title: string;
  readonly checks: readonly CheckId[];
  readonly tasks: readonly string[];
  /** Tasks whose verdict becomes met once this and the actions before it are done. */
  readonly completes: readonly string[];
  readonly helps: readonly HelpedEntry[];
  readonly effort: Effort;
  /** Whether the answer is no today, or unknown. */
  readonly resolves: 'no' | 'unknown';
  readonly because: string;
  readonly steps: readonly string[];
  readonly after: readonly string[];
  readonly patch: string | null;
  readonly owner: string;
  readonly phase: number;
  /** ISO day. */
  readonly due: string;
};

/** Actions that fit the stated capacity until `ends`. */
export type RoadmapPhase = {
  readonly number: number;
  readonly starts: string;
  readonly ends: string;
  readonly days: number;
};

/** What to do, in order. `capacityDays` is working days of one person a phase of two weeks. */
export type Roadmap = {
  readonly asOf: string;
  readonly capacityDays: number;
  readonly phases: readonly RoadmapPhase[];
  readonly actions: readonly RoadmapAction[];
};
