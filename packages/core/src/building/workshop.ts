// SPDX-License-Identifier: Apache-2.0
import type { BuildConditions } from './build-conditions.ts';
import type { BuildMaterial } from './build-material.ts';
import type { BuildRun } from './build-run.ts';
import type { OutputDifference } from './output-difference.ts';

/** What keeps the build apart from the machine, for the record. */
export type Isolation = {
  readonly program: string;
  readonly version: string;
  readonly namespaces: readonly string[];
  readonly systemCallFilter: boolean;
  /** The build's own bounds, by who keeps them: the kernel refuses, or somebody looks again and again and ends it. */
  readonly bounded: { readonly [bound: string]: 'by-kernel' | 'by-watching' };
};

/** What of the conditions of a second build can be varied on this machine. */
export type VariableConditions = {
  readonly locale: string | null;
  readonly severalCpus: boolean;
  readonly clock: boolean;
  readonly fileOrder: boolean;
};

/** Where builds are run: the port between the use case and the machine. A run is handed back to it as it gave it. */
export type Workshop = {
  readonly isolation: Isolation;
  readonly variable: VariableConditions;
  /** The commit and its tree, or the declared files, and the declared tools. */
  readonly materials: readonly BuildMaterial[];
  /** Runs the fetch phase and says what it brought; nothing where the plan has none. Throws `fetch-failed`. */
  readonly fetch: () => Promise<readonly BuildMaterial[]>;
  /** Builds from fresh copies of the inputs and of what was fetched. */
  readonly build: (conditions: BuildConditions) => Promise<BuildRun>;
  readonly compare: (first: BuildRun, second: BuildRun) => Promise<readonly OutputDifference[]>;
  /** Copies the outputs and the log of a run into a folder that is made for them. Throws `output-unwritable`. */
  readonly keep: (run: BuildRun, folder: string) => Promise<void>;
  readonly close: () => Promise<void>;
};
