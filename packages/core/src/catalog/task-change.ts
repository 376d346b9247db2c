// SPDX-License-Identifier: Apache-2.0

/** How a task differs from SSDF 1.1; example numbers are those of this framework. */
export type TaskChange = {
  readonly kind: 'new' | 'changed' | 'unchanged';
  readonly statementReworded: boolean;
  readonly examplesReworded: readonly number[];
  readonly examplesAdded: readonly number[];
};
