// SPDX-License-Identifier: Apache-2.0
import { no, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import { counted } from '../../words/counted.ts';
import { recordContent } from '../../records/record-content.ts';
import { reviewedWithinYear } from '../../days/reviewed-within-year.ts';

export const gateCriteriaDefined: Check = defineCheck({
  id: 'gate-criteria-defined',
  question: 'Does an owned and current policy file define the criteria for the security checks?',
  scope: 'product',
  needs: ['record:gate-policy'],
  strength: 'documented',
  automation: 'people',
  guide: {
    shows: 'The criteria that a change or release must fulfil are written down, owned and reviewed within a year.',
    doesNotShow: 'Whether anything enforces them (gate-criteria-enforced), or whether they fit the risk.',
    resolve: 'Keep security/gate-policy.yaml with an owner, a review date and rules.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Write the criteria as rules in security/gate-policy.yaml: what is checked, at which threshold, for which tasks',
      'Name an owner, record the review, and move rules from warn to enforce',
    ],
    patch: 'starter-records',
  },
  answer({ 'record:gate-policy': item }, { asOf }) {
    const { content, refusal } = recordContent(item, 'the criteria of a gate');
    if (refusal !== null) return refusal;
    const { rules, owner, reviewedOn } = content;
    const stated = rules.filter(({ criterion }) => criterion.trim() !== '');
    if (stated.length === 0) return no('The policy of the gate states no criterion', [cite(item)]);
    if (stated.length < rules.length)
      return no(`${rules.length - stated.length} of ${counted(rules.length, 'rule')} state no criterion`, [cite(item)]);
    if (owner === null || owner.trim() === '') return no('Nobody owns the policy of the gate', [cite(item)]);
    if (!reviewedWithinYear(reviewedOn, asOf))
      return no('The policy of the gate was not reviewed in the last twelve months', [cite(item)]);
    const enforced = rules.filter(({ mode }) => mode === 'enforce').length;
    return yes(
      `${counted(rules.length, 'rule')}, ${enforced} of them enforced, reviewed on ${reviewedOn}`,
      [cite(item)],
      [{ name: 'rules that are enforced', value: enforced, of: rules.length }],
    );
  },
});
