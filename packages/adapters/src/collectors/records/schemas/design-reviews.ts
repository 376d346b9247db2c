// SPDX-License-Identifier: Apache-2.0
import type { DesignReview, DesignReviewsRecord } from '@plumbline/core/facts/records/design-reviews-record';
import { list, map } from '../../../platform/record-schema/collections.ts';
import type { Schema } from '../../../platform/record-schema/schema.ts';
import { day, text } from '../../../platform/record-schema/scalars.ts';
import { backing } from './backing.ts';

const review: Schema<DesignReview> = map<DesignReview>(
  {
    design: text('The design that was reviewed: path or title'),
    authors: list(text('Address or handle'), 'Who made the design'),
    reviewers: list(text('Address or handle'), 'Who reviewed it'),
    on: day('The day of the review'),
    outcome: text('What came of it'),
    ...backing,
  },
  'One review of a design',
);

export const designReviewsSchema: Schema<DesignReviewsRecord> = map<DesignReviewsRecord>(
  { reviews: list(review, 'Reviews') },
  'Reviews of the software design by people who did not make it (SP 800-218 PW.2.1)',
);
