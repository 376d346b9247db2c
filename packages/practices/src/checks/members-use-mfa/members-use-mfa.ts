// SPDX-License-Identifier: Apache-2.0
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import { shortText } from '../../words/short-text.ts';

// SP 800-218 PO.5.1 example 1: multi-factor authentication for each environment.
export const membersUseMfa: Check = defineCheck({
  id: 'members-use-mfa',
  question: 'Does the forge require a second factor of every member?',
  scope: 'organisation',
  needs: ['forge-settings'],
  strength: 'observed',
  freshDays: 30,
  automation: 'not-yet',
  guide: {
    shows: 'The organisation on the forge refuses members without multi-factor authentication.',
    doesNotShow: 'How strong the second factor is, and what other systems require (registries, clouds, build hosts).',
    resolve: 'Read the settings of the organisation with a token of an owner.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Tell all members to set up a second factor, best a security key',
      'Require it in the settings of the organisation',
    ],
  },
  answer({ 'forge-settings': item }) {
    if (item.state === 'absent')
      return unknown(`The forge shows no settings: ${shortText(item.lookedIn)}`, 'Read the forge', [cite(item)]);
    return item.fact.membersMustUseMfa
      ? yes(`${item.fact.forge} requires a second factor of every member`, [cite(item)])
      : no(`${item.fact.forge} lets members in without a second factor`, [cite(item)]);
  },
});
