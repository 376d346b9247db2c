// SPDX-License-Identifier: Apache-2.0
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import { shortText } from '../../words/short-text.ts';

export const historyNotRewritable: Check = defineCheck({
  id: 'history-not-rewritable',
  question: 'Does the forge refuse to rewrite or delete the default branch?',
  scope: 'repository',
  needs: ['forge-settings'],
  strength: 'observed',
  freshDays: 30,
  automation: 'not-yet',
  guide: {
    shows: 'Nobody can force-push to the default branch or delete it while the rules hold.',
    doesNotShow: 'Other branches and tags, and what an owner does after switching the rules off.',
    resolve: 'Read the rules of the default branch with a token that may see them.',
  },
  remedy: {
    effort: 'minutes',
    steps: ['Forbid force pushes to the default branch', 'Forbid its deletion, and protect release tags likewise'],
  },
  answer({ 'forge-settings': item }) {
    if (item.state === 'absent')
      return unknown(`The forge shows no settings: ${shortText(item.lookedIn)}`, 'Read the forge', [cite(item)]);
    const {
      name,
      protected: isProtected,
      forcePushAllowed,
      deletionAllowed,
      administratorsExempt,
    } = item.fact.defaultBranch;
    const open = [
      ...(isProtected ? [] : ['is not protected']),
      ...(forcePushAllowed ? ['may be force-pushed'] : []),
      ...(deletionAllowed ? ['may be deleted'] : []),
      ...(administratorsExempt ? ['is open to administrators'] : []),
    ];
    const branch = shortText(name);
    return open.length === 0
      ? yes(`${branch} can be neither force-pushed nor deleted, by administrators either`, [cite(item)])
      : no(`${branch} ${open.join(', ')}`, [cite(item)]);
  },
});
