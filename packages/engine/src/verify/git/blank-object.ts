// SPDX-License-Identifier: Apache-2.0
import type { ObjectVerification } from './range-verification.ts';

/** What is said of a commit or tag of which nothing was found. */
export const blankObject: Omit<ObjectVerification, 'type' | 'name' | 'role' | 'objectId' | 'outcome' | 'because'> = {
  format: null,
  accepted: false,
  trusted: null,
  signer: null,
  claimedKey: null,
  statedAt: null,
  signedAt: null,
  steps: [],
};
