// SPDX-License-Identifier: Apache-2.0
import type { Severity } from '@plumbline/core/findings/severity';

/** What rules are written for. `kubernetes` is told by the content; the others by the path. */
export type ConfigurationFormat =
  | 'dockerfile'
  | 'compose'
  | 'kubernetes'
  | 'github-actions'
  | 'gitlab-ci'
  | 'nginx'
  | 'terraform';

/** Of the nodes at `path` from the one that is asked: one matches, none matches, or there is none. See `nodesAt`. */
export type Condition =
  | { readonly path: string; readonly is: RegExp }
  | { readonly path: string; readonly isNot: RegExp }
  | { readonly path: string; readonly missing: true };

/** One thing that is wrong in a configuration, as data. */
export type ConfigurationRule = {
  readonly id: string;
  readonly format: ConfigurationFormat;
  readonly title: string;
  /** What can happen. */
  readonly message: string;
  readonly remedy: string;
  readonly severity: Exclude<Severity, 'none' | 'unrated'>;
  readonly confidence?: 'medium' | 'low';
  /** Number of the CWE. */
  readonly weakness: number;
  readonly references: readonly [string, ...string[]];
  /** Which nodes are asked. */
  readonly at: string;
  /** All of them hold: then it is told, at the place of the first that matched, else of the node. */
  readonly conditions: readonly [Condition, ...Condition[]];
  readonly bad: readonly [string, ...string[]];
  readonly good: readonly [string, ...string[]];
};
