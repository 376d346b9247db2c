// SPDX-License-Identifier: Apache-2.0
import type { Example } from './example.ts';
import type { ProfileItem } from './profile-item.ts';
import type { Reference } from './reference.ts';
import type { TaskChange } from './task-change.ts';

/** A task of a practice, in the framework's own words. */
export type Task = {
  readonly id: string;
  readonly statement: string;
  /** Retired ids whose content came here. */
  readonly formerly?: readonly string[];
  readonly examples: readonly Example[];
  readonly references: readonly Reference[];
  /** Additions of a community profile; empty elsewhere. */
  readonly items: readonly ProfileItem[];
  /** Priority in a community profile. */
  readonly priority?: 'High' | 'Medium' | 'Low';
  /** Against SSDF 1.1; missing in SSDF 1.1 itself. */
  readonly change?: TaskChange;
};
