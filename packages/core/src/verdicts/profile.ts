// SPDX-License-Identifier: Apache-2.0
import type { CheckId } from '../answers/check.ts';
import type { Strength } from '../evidence/strength.ts';

/** One required answer. With `or`, any one of several checks is enough. */
export type Requirement = { readonly check: CheckId; readonly or?: readonly CheckId[]; readonly strength: Strength };

/** Which answers a task requires, and at what strength. Data: it has no behaviour. */
export type Profile = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly requirements: { readonly [task: string]: readonly Requirement[] };
};
