// SPDX-License-Identifier: Apache-2.0
import type { ForgeSettings } from '@plumbline/core/facts/forge-settings';

/** A public repository whose settings are as they should be. */
export const forgeSettings: ForgeSettings = {
  forge: 'github',
  visibility: 'public',
  defaultBranch: {
    name: 'main',
    protected: true,
    requiredApprovals: 1,
    staleApprovalsDismissed: true,
    codeOwnerReviewRequired: true,
    requiredChecks: ['gate'],
    forcePushAllowed: false,
    deletionAllowed: false,
    administratorsExempt: false,
  },
  membersMustUseMfa: true,
  administrators: ['ada'],
  releasers: ['ada', 'grace'],
  writers: 4,
  baseWriteForAllMembers: false,
  environments: [{ name: 'production', requiredReviewers: 1 }],
  defaultCodeScanning: false,
  secretScanning: false,
};
