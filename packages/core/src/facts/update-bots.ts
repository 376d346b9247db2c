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
  /** Opens changes for known vulnerabilities alone (`open-pull-requests-limit: 0`), and only where the forge's setting lets it. */
  readonly securityUpdatesOnly?: boolean;
};

export type UpdateBots = { readonly bots: readonly UpdateBot[] };
