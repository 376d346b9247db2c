// SPDX-License-Identifier: Apache-2.0
import type { Ecosystem } from './dependency-inventory.ts';

/** Dependabot or Renovate, as configured in the tree. */
export type UpdateBot = {
  readonly bot: 'dependabot' | 'renovate' | 'other';
  readonly path: string;
  readonly enabled: boolean;
  /** Ecosystems it covers; `*` when it finds them by itself. */
  readonly ecosystems: readonly (Ecosystem | 'github-actions' | 'gitsubmodule' | '*')[];
  readonly directories: readonly string[];
};

export type UpdateBots = { readonly bots: readonly UpdateBot[] };
