// SPDX-License-Identifier: Apache-2.0

/** An id that was given up and where its content went. Another framework may use the same id for something else. */
export type RetiredId = {
  readonly id: string;
  readonly kind: 'practice' | 'task';
  readonly movedTo: readonly string[];
  readonly note?: string;
};
