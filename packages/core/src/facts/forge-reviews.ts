// SPDX-License-Identifier: Apache-2.0

/** Reviews of the changes on the default branch in the window, from the forge's API. */
export type ForgeReviews = {
  readonly windowDays: number;
  readonly changes: number;
  /** Approved by somebody else than the author, after the last push. */
  readonly approvedAfterLastPush: number;
  readonly byBots: number;
  readonly sample: readonly { readonly commit: string; readonly approved: boolean }[];
};
