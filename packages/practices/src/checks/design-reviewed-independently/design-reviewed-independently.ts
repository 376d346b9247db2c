// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, yes } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import type { DesignReview } from '@plumbline/core/facts/records/design-reviews-record';
import type { TrainingEntry } from '@plumbline/core/facts/records/training-record';
import { counted } from '../../words/counted.ts';
import { isDayFrom } from '../../days/iso-day.ts';
import { personKey } from '../../records/person-key.ts';
import { notFilledIn } from '../../records/not-filled-in.ts';
import { recordContent } from '../../records/record-content.ts';
import { reviewedWithinYear } from '../../days/reviewed-within-year.ts';
import { noneCounted } from '../../words/none-counted.ts';

// SP 800-218 PW.2.1: "a qualified person who [was] not involved with the design".
export const designReviewedIndependently: Check = defineCheck({
  id: 'design-reviewed-independently',
  question:
    'Did a trained person who wrote neither the design nor the code review the design in the last twelve months?',
  scope: 'product',
  needs: ['record:design-reviews', 'record:training', 'git-history'],
  strength: 'documented',
  automation: 'people',
  guide: {
    shows:
      'A review with an outcome is recorded, and one of its reviewers holds current training, is not among the authors of the design, and did not commit here in the 90 days before the assessed commit.',
    doesNotShow:
      'How thorough the review was. A reviewer who is recorded by another name than in commits cannot be recognised as an author of the code.',
    resolve:
      'Keep security/design-reviews.yaml and security/training.yaml, with the same e-mail addresses as in commits, and assess a full clone.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Ask somebody who did not design it to hold the design against the requirements and the threat model',
      'Record day, authors, reviewers and outcome in security/design-reviews.yaml',
      'Record the reviewer’s training in security/training.yaml',
    ],
    patch: 'starter-records',
    after: ['threat-model-present'],
  },
  answer({ 'record:design-reviews': item, 'record:training': training, 'git-history': history }, { asOf }) {
    const { content, refusal } = recordContent(item, 'design reviews');
    if (refusal !== null) return refusal;
    const recent = content.reviews.filter(
      (review) => reviewedWithinYear(review.on, asOf) && review.outcome.trim() !== '',
    );
    if (recent.length === 0)
      return no(
        `${noneCounted(content.reviews.length, 'design review')} is of the last twelve months with an outcome`,
        [cite(item)],
      );
    const trained = trainedPeople(
      training.state === 'absent' || training.fact.placeholder ? [] : training.fact.content.entries,
      asOf,
    );
    const committed = new Set(
      history.state === 'absent' ? [] : history.fact.contributorsLast90Days.map((person) => personKey(person)),
    );
    const independent = recent.filter((review) => outsiders(review, committed).length > 0);
    const qualified = independent.filter((review) =>
      outsiders(review, committed).some((person) => trained.has(person)),
    );
    const [best] = qualified.toSorted((a, b) => Number(isDocumented(b)) - Number(isDocumented(a)));
    const measures = [{ name: 'independent reviews by a trained person', value: qualified.length, of: recent.length }];
    const places = [cite(training), cite(history)] as const;
    if (best === undefined) {
      if (independent.length > 0 && training.state === 'found' && training.fact.placeholder)
        return notFilledIn(training);
      const what =
        independent.length === 0 ? 'by somebody outside design and code' : 'by an outsider with current training';
      return no(`${noneCounted(recent.length, 'recent design review')} is ${what}`, [cite(item), ...places], measures);
    }
    // What the review rests on decides; the other two only show who the reviewer is.
    const strength = isDocumented(best) ? 'documented' : 'asserted';
    return yes(
      `${qualified.length} of ${counted(recent.length, 'recent design review')} by a trained person outside design and code`,
      [cite(item, { strength }), cite(training, { strength }), cite(history, { strength })],
      measures,
    );
  },
});

const isDocumented = (review: DesignReview): boolean => (review.document ?? '').trim() !== '';

function outsiders({ reviewers, authors }: DesignReview, committed: ReadonlySet<string>): readonly string[] {
  const involved = new Set(authors.map((person) => personKey(person)));
  return reviewers
    .map((person) => personKey(person))
    .filter((person) => person !== '' && !involved.has(person) && !committed.has(person));
}

function trainedPeople(entries: readonly TrainingEntry[], asOf: string): ReadonlySet<string> {
  return new Set(
    entries
      .filter(
        ({ completedOn, validUntil }) => Date.parse(completedOn) <= Date.parse(asOf) && isDayFrom(validUntil, asOf),
      )
      .map(({ person }) => personKey(person)),
  );
}
