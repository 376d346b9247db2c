// SPDX-License-Identifier: Apache-2.0
import type { Scanner } from '@plumbline/core/scanning/scanner';

/**
 * What becomes of one scanner in a scan, and why, in a clause for people. `asked`: the user named it, so that it is an error
 * when it cannot run. `missing` and `refused` leave something unlooked at; `not-applicable` and `left-out` do not.
 */
export type PlannedTool = {
  readonly scanner: Scanner;
  readonly asked: boolean;
} & (
  | { readonly state: 'runs'; readonly because: string; readonly version: string }
  | { readonly state: 'missing' | 'refused'; readonly because: string; readonly resolve: string }
  | { readonly state: 'not-applicable' | 'left-out'; readonly because: string }
);

/** A tool that will be started. */
export type RunnableTool = Extract<PlannedTool, { readonly state: 'runs' }>;
