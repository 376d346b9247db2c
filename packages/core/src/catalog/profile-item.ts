// SPDX-License-Identifier: Apache-2.0

/** What SP 800-218A adds to a task: something to do (R), to consider (C), or a note (N). */
export type ProfileItem = {
  readonly id: string;
  readonly kind: 'recommendation' | 'consideration' | 'note';
  readonly text: string;
};
