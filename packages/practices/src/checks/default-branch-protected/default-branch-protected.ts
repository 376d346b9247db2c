// SPDX-License-Identifier: Apache-2.0
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import { shortText } from '../../words/short-text.ts';

export const defaultBranchProtected: Check = defineCheck({
  id: 'default-branch-protected',
  question: 'Is the default branch protected on the forge?',
  scope: 'repository',
  needs: ['forge-settings'],
  strength: 'observed',
  freshDays: 30,
  automation: 'not-yet',
  guide: {
    shows: 'Rules of the forge stand between a pusher and the default branch.',
    doesNotShow: 'What the rules demand (changes-need-review, history-not-rewritable).',
    resolve: 'Read the rules of the default branch with a token that may see them.',
  },
  remedy: {
    effort: 'minutes',
    steps: ['Protect the default branch with a rule set of the forge', 'Let the rules hold for administrators too'],
  },
  answer({ 'forge-settings': item }) {
    if (item.state === 'absent')
      return unknown(`The forge shows no settings: ${shortText(item.lookedIn)}`, 'Read the forge', [cite(item)]);
    const { name, protected: isProtected, administratorsExempt } = item.fact.defaultBranch;
    const branch = shortText(name);
    if (!isProtected) return no(`No rule protects ${branch}`, [cite(item)]);
    return yes(`${branch} is protected${administratorsExempt ? ', though not from administrators' : ''}`, [cite(item)]);
  },
});
