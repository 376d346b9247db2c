// SPDX-License-Identifier: Apache-2.0
import type { Task } from './task.ts';

/** A practice and its tasks. */
export type Practice = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly tasks: readonly Task[];
  /** Against SSDF 1.1; missing in SSDF 1.1 itself and where nothing changed. */
  readonly change?: 'new' | 'changed';
};
