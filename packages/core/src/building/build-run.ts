// SPDX-License-Identifier: Apache-2.0
import type { BinaryHardening } from './binary-hardening.ts';
import type { BuildConditions } from './build-conditions.ts';

/** A file that a build made. `sha256`: 64 hex digits. */
export type BuildOutput = {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly executable: boolean;
  /** Null for what is no ELF or PE binary. */
  readonly hardening: BinaryHardening | null;
};

/** How a build ended; `exited` with code 0 is the only good end. */
export type BuildEnd =
  | { readonly end: 'exited'; readonly code: number }
  | { readonly end: BoundedEnd | 'aborted' | 'killed' };

/** Beyond which of its bounds a build went. */
export type BoundedEnd =
  | 'timed-out'
  | 'too-much-output'
  | 'too-much-memory'
  | 'too-much-disk'
  | 'too-many-processes'
  | 'disk-full';

/** One run of a build. `refused`: what lay among the outputs and is not taken, and why. */
export type BuildRun = {
  readonly conditions: BuildConditions;
  readonly environment: { readonly [name: string]: string };
  /** ISO 8601. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly result: BuildEnd;
  readonly log: { readonly sha256: string; readonly bytes: number; readonly tail: string };
  readonly outputs: readonly BuildOutput[];
  readonly refused: readonly { readonly path: string; readonly because: string }[];
};
