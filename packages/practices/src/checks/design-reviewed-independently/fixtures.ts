// SPDX-License-Identifier: Apache-2.0
import type { DesignReview } from '@plumbline/core/facts/records/design-reviews-record';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aHistory } from '../../testing/fixture-history.ts';
import { aRecord } from '../../testing/record-fixture.ts';

const review: DesignReview = {
  design: 'docs/architecture.md',
  authors: ['anna@example.com'],
  reviewers: ['carla@example.com'],
  on: '2026-03-10',
  outcome: 'Two findings, both corrected',
  document: 'docs/reviews/2026-03.md',
};
const training = {
  person: 'carla@example.com',
  role: 'reviewer',
  course: 'Secure design',
  completedOn: '2025-11-01',
  validUntil: '2026-11-01',
};
const withReview = (change: Partial<DesignReview>): FixtureFacts => ({
  'record:design-reviews': aRecord({ reviews: [{ ...review, ...change }] }),
  'record:training': aRecord({ entries: [training] }),
  'git-history': aHistory(),
});

export const fixtures: CheckFixtures = {
  facts: withReview({}),
  flip: { kind: 'record:training', at: ['content', 'entries', 0, 'validUntil'], to: '2026-05-01' },
  also: [
    { name: 'too old', facts: withReview({ on: '2025-03-10' }), outcome: 'no' },
    { name: 'by its own author', facts: withReview({ authors: ['Carla@example.com '] }), outcome: 'no' },
    { name: 'by somebody who commits here', facts: withReview({ reviewers: ['Bea@example.com'] }), outcome: 'no' },
    { name: 'without an outcome', facts: withReview({ outcome: ' ' }), outcome: 'no' },
    { name: 'no register', facts: { ...withReview({}), 'record:design-reviews': 'absent' }, outcome: 'no' },
    { name: 'nobody is trained', facts: { ...withReview({}), 'record:training': 'absent' }, outcome: 'no' },
  ],
};
