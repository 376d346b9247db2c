// SPDX-License-Identifier: Apache-2.0
import type { Practice } from './practice.ts';

/** PO, PS, PW or RV. A community profile gives no description of its own. */
export type PracticeGroup = {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly practices: readonly Practice[];
};
