// SPDX-License-Identifier: Apache-2.0
import { no, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import { recordContent } from '../../records/record-content.ts';
import { reviewedWithinYear } from '../../days/reviewed-within-year.ts';
import { shortText } from '../../words/short-text.ts';

// SP 800-218 PO.1.2 example 6: review all security requirements at least annually.
export const requirementsReviewedYearly: Check = defineCheck({
  id: 'requirements-reviewed-yearly',
  question: 'Were the security requirements of the software reviewed in the last twelve months?',
  scope: 'product',
  needs: ['record:requirements'],
  strength: 'documented',
  automation: 'people',
  guide: {
    shows: 'Somebody recorded a review of the requirements that is not older than twelve months.',
    doesNotShow: 'How thorough the review was, or whether an incident since then calls for another one.',
    resolve: 'Review the requirements and set reviewedOn in security/requirements.yaml.',
  },
  remedy: {
    effort: 'hours',
    steps: ['Review the requirements against new threats, incidents and obligations', 'Set reviewedOn to the day'],
    after: ['software-requirements-registered'],
  },
  answer({ 'record:requirements': item }, { asOf }) {
    const { content, refusal } = recordContent(item, 'security requirements');
    if (refusal !== null) return refusal;
    if (content.requirements.length === 0) return no('The register of requirements is empty', [cite(item)]);
    const { reviewedOn } = content;
    if (reviewedOn === null) return no('No review of the requirements is recorded', [cite(item)]);
    const day = shortText(reviewedOn);
    return reviewedWithinYear(reviewedOn, asOf)
      ? yes(`The requirements were reviewed on ${day}`, [cite(item)])
      : no(`The recorded review, ${day}, is not of the last twelve months`, [cite(item)]);
  },
});
