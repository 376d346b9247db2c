// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import { closedDaysMax, said } from '../../records/closed-root-causes.ts';
import { counted } from '../../words/counted.ts';
import { withinDays } from '../../days/days-before.ts';
import { recordContent } from '../../records/record-content.ts';
import { reviewedWithinYear } from '../../days/reviewed-within-year.ts';
import { isoDay } from '../../days/iso-day.ts';

// SP 800-218 RV.3.2: analyse the root causes over time. Recurrence by weakness class is shown beside the review.
export const rootCauseTrendsReviewed: Check = defineCheck({
  id: 'root-cause-trends-reviewed',
  question: 'Did somebody review the root causes for patterns in the last twelve months?',
  scope: 'product',
  needs: ['record:root-causes'],
  strength: 'documented',
  automation: 'people',
  guide: {
    shows:
      'A named person looked at the root causes together within a year; the answer shows how many weakness classes recur.',
    doesNotShow: 'What was concluded, or changed (process-improved).',
    resolve:
      'Record trendsReviewedOn and trendsReviewedBy in security/root-causes.yaml; with a complete register without closed cases the question does not arise.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Count the root causes by weakness class and by cause in the process',
      'Record the review, and what follows from it',
    ],
    patch: 'starter-records',
    after: ['root-causes-recorded'],
  },
  answer({ 'record:root-causes': item }, { asOf }) {
    const { content, refusal } = recordContent(item, 'root causes');
    if (refusal !== null) return refusal;
    const { causes, complete, trendsReviewedOn, trendsReviewedBy } = content;
    const here = [cite(item)] as const;
    const closed = causes.filter(({ closedOn }) => withinDays(closedOn, asOf, closedDaysMax));
    const classes = new Map<string, number>();
    for (const { weakness } of closed) if (weakness !== null) classes.set(weakness, (classes.get(weakness) ?? 0) + 1);
    const recurring = [...classes.values()].filter((times) => times > 1).length;
    const measures = [{ name: 'weakness classes that recur', value: recurring, of: classes.size }];
    if (reviewedWithinYear(trendsReviewedOn, asOf) && said(trendsReviewedBy))
      return yes(
        `Reviewed on ${isoDay(trendsReviewedOn)}; ${recurring} of ${counted(classes.size, 'weakness class', 'weakness classes')} recur`,
        here,
        measures,
      );
    if (closed.length > 0)
      return no(
        `${counted(closed.length, 'case')} closed in the last year, but no review of their trends in it`,
        here,
        measures,
      );
    if (complete) return notApplicable('No case was closed in the last year: the register is complete', here);
    return unknown(
      'No closed case is recorded, and the register is not declared complete',
      'Record every closed case and declare complete: true',
      here,
    );
  },
});
