// SPDX-License-Identifier: Apache-2.0

/** Read through the forge's API; no offline source can show it. */
export type ForgeSettings = {
  readonly forge: 'github' | 'gitlab' | 'gitea' | 'forgejo';
  readonly visibility: 'public' | 'private' | 'internal';
  readonly defaultBranch: {
    readonly name: string;
    readonly protected: boolean;
    readonly requiredApprovals: number;
    readonly staleApprovalsDismissed: boolean;
    readonly codeOwnerReviewRequired: boolean;
    readonly requiredChecks: readonly string[];
    readonly forcePushAllowed: boolean;
    readonly deletionAllowed: boolean;
    readonly administratorsExempt: boolean;
  };
  readonly membersMustUseMfa: boolean;
  readonly administrators: readonly string[];
  readonly releasers: readonly string[];
  readonly writers: number;
  readonly baseWriteForAllMembers: boolean;
  readonly environments: readonly { readonly name: string; readonly requiredReviewers: number }[];
  readonly defaultCodeScanning: boolean;
  readonly secretScanning: boolean;
};
