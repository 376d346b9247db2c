// SPDX-License-Identifier: Apache-2.0
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import { counted } from '../../words/counted.ts';
import { shortText } from '../../words/short-text.ts';

export const changesNeedReview: Check = defineCheck({
  id: 'changes-need-review',
  question: 'Does the forge require an approval before a change reaches the default branch?',
  scope: 'repository',
  needs: ['forge-settings'],
  strength: 'observed',
  freshDays: 30,
  automation: 'not-yet',
  guide: {
    shows: 'The rules of the forge demand at least one approval, of administrators too.',
    doesNotShow: 'How carefully reviewers look, and what share of past changes was reviewed (changes-reviewed).',
    resolve: 'Read the rules of the default branch with a token that may see them.',
  },
  remedy: {
    effort: 'minutes',
    steps: [
      'Require at least one approval on the default branch, with no exemption for administrators',
      'Dismiss approvals when new commits are pushed, and require the review of code owners',
    ],
  },
  answer({ 'forge-settings': item }) {
    if (item.state === 'absent')
      return unknown(`The forge shows no settings: ${shortText(item.lookedIn)}`, 'Read the forge', [cite(item)]);
    const rules = item.fact.defaultBranch;
    const branch = shortText(rules.name);
    const measures = [{ name: 'required approvals', value: rules.requiredApprovals }];
    if (!rules.protected || rules.requiredApprovals < 1)
      return no(`${branch} takes changes without an approval`, [cite(item)], measures);
    if (rules.administratorsExempt) return no(`Administrators need no approval for ${branch}`, [cite(item)], measures);
    const stale = rules.staleApprovalsDismissed ? '' : '; approvals outlive later pushes';
    const owners = rules.codeOwnerReviewRequired ? '; a code owner must be among them' : '';
    return yes(
      `${branch} requires ${counted(rules.requiredApprovals, 'approval')}${owners}${stale}`,
      [cite(item)],
      measures,
    );
  },
});
