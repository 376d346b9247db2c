// SPDX-License-Identifier: Apache-2.0
import type { BuildOutput } from '../building/build-run.ts';
import type { OutputDifference } from '../building/output-difference.ts';

/** A second build in other conditions, and where it differs (PW.6.2, strength `tested`). */
export type Reproduction = {
  readonly varied: readonly string[];
  readonly notVaried: readonly string[];
  readonly differences: readonly OutputDifference[];
  readonly differenceCount: number;
};

/** A build that came to its end, as an entry of kind `builds`. `statement` is its in-toto statement, unsigned. */
export type BuildEntry = {
  readonly schema: 1;
  readonly commit: string;
  /** ISO 8601. */
  readonly builtAt: string;
  readonly command: readonly string[];
  readonly outputs: readonly BuildOutput[];
  /** Null: it was built once. */
  readonly reproduction: Reproduction | null;
  readonly statement: string;
};
