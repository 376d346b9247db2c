// SPDX-License-Identifier: Apache-2.0
import type { Backing } from './record.ts';

export type DesignReview = Backing & {
  readonly design: string;
  readonly authors: readonly string[];
  readonly reviewers: readonly string[];
  readonly on: string;
  readonly outcome: string;
};
export type DesignReviewsRecord = { readonly reviews: readonly DesignReview[] };
