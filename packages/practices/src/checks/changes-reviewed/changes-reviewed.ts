// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import type { Answer, Citations } from '@plumbline/core/answers/answer';
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import type { ForgeReviews } from '@plumbline/core/facts/forge-reviews';
import { factSources } from '@plumbline/core/facts/fact-sources';
import type { ReviewFigures } from '@plumbline/core/facts/git-history';
import { percent } from '../../words/percent.ts';
import { shortText } from '../../words/short-text.ts';
import { noneCounted } from '../../words/none-counted.ts';

/** Share of people's changes that a review trailer of somebody else must mark before git alone shows review. */
const trailerPercentMin = 95;
/** Share of people's changes that the forge must count as approved by somebody else after the last push. */
const approvedPercentMin = 90;
/** Above this share, changes put there directly by their own authors are no exception any more … */
const directPercentMax = 20;
/** … provided the project is seen to merge or squash at all: rebase and fast-forward merges leave no trace. */
const referencedPercentMin = 10;

// SP 800-218 PW.7.2 examples 1 and 3; doubtful case 19. What git alone decides, the forge does not turn round, so that
// leaving the forge's evidence out can only lose an answer.
export const changesReviewed: Check = defineCheck({
  id: 'changes-reviewed',
  question: 'Were the changes of the last year approved by somebody other than their author?',
  scope: 'repository',
  needs: ['git-history'],
  uses: ['forge-reviews'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows:
      'By people’s changes on the first-parent line of the window: at least 95 % carry a review trailer (Reviewed-by, Approved-by, Acked-by …) of a non-author, or the forge counts at least 90 % as approved by a non-author after the last push. No: more than 20 % were pushed directly by their own authors although the project merges or squashes others.',
    doesNotShow:
      'How thorough the reviews were. Merge commits and squash references alone show a pull request, not an approval; rebase and fast-forward merges leave no trace at all, so that a rebased change without a reference looks like a direct push.',
    resolve:
      'Read the forge’s reviews with a token, or let approvals enter the history as trailers such as Reviewed-by.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Require an approval by somebody else for the default branch, for administrators too',
      'Dismiss approvals when something is pushed afterwards',
      'Let the merge write the approvals into the commit (Reviewed-by), or merge with a reference to the request',
    ],
    after: ['changes-need-review'],
  },
  answer({ 'git-history': item, 'forge-reviews': reviews }) {
    if (item.state === 'absent') return notApplicable(`No history: ${shortText(item.lookedIn)}`, [cite(item)]);
    const { review, windowDays } = item.fact;
    const people = review.changes - review.byBots;
    const here: Citations = [cite(item)];
    if (people <= 0)
      return notApplicable(`${noneCounted(review.changes, 'change')} in ${windowDays} days is by a person`, here);
    const measures = figures(review, people);
    if (atLeastPercent(review.reviewTrailers, people, trailerPercentMin))
      return yes(
        `${review.reviewTrailers} of ${people} changes (${percent(review.reviewTrailers, people)}) carry a review trailer of a non-author`,
        here,
        measures,
      );
    const direct = review.unreferenced - review.unreferencedCommittedByOther;
    const referenced = review.merges + review.squashReferences + review.reviewTrailers;
    if (direct * 100 > directPercentMax * people && atLeastPercent(referenced, people, referencedPercentMin))
      return no(
        `${direct} of ${people} changes (${percent(direct, people)}) were put there by their own authors without any reference; ${referenced} refer to a request or review`,
        here,
        measures,
      );
    if (reviews !== undefined && reviews.state === 'found') return byForge(reviews.fact, [cite(reviews), cite(item)]);
    return unknown(
      `git shows no approvals: of ${people} changes ${review.merges} merged, ${review.squashReferences} squashed with a reference, ${review.reviewTrailers} with a review trailer, ${review.unreferenced} without any sign`,
      factSources['forge-reviews'].resolve,
      here,
      measures,
    );
  },
});

const atLeastPercent = (value: number, of: number, share: number): boolean => value * 100 >= share * of;

function figures(review: ReviewFigures, people: number): NonNullable<Answer['measures']> {
  return [
    { name: 'changes with a review trailer of a non-author', value: review.reviewTrailers, of: people },
    { name: 'merge commits', value: review.merges, of: people },
    { name: 'squashed with a reference', value: review.squashReferences, of: people },
    { name: 'without any reference', value: review.unreferenced, of: people },
    { name: 'without any reference, committed by another', value: review.unreferencedCommittedByOther, of: people },
    { name: 'changes by bots', value: review.byBots, of: review.changes },
  ];
}

function byForge({ changes, byBots, approvedAfterLastPush, windowDays }: ForgeReviews, citations: Citations): Answer {
  const people = changes - byBots;
  if (people <= 0) return notApplicable(`The forge counts no change by a person in ${windowDays} days`, citations);
  const measures = [
    { name: 'changes approved by a non-author after the last push', value: approvedAfterLastPush, of: people },
  ];
  const because = `The forge counts ${approvedAfterLastPush} of ${people} changes (${percent(approvedAfterLastPush, people)}) as approved by a non-author after the last push; ${approvedPercentMin} % are asked`;
  return atLeastPercent(approvedAfterLastPush, people, approvedPercentMin)
    ? yes(because, citations, measures)
    : no(because, citations, measures);
}
