// SPDX-License-Identifier: Apache-2.0
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import { shortText } from '../../words/short-text.ts';

export const writeAccessLeastPrivilege: Check = defineCheck({
  id: 'write-access-least-privilege',
  question: 'Is write access given to those who need it, and not to every member?',
  scope: 'repository',
  needs: ['forge-settings'],
  strength: 'observed',
  freshDays: 30,
  automation: 'not-yet',
  guide: {
    shows: 'Membership of the organisation alone does not let anybody write to the repository.',
    doesNotShow: 'Whether each writer needs the right; compare the count with the people who commit.',
    resolve: 'Read the collaborators and the base permission with a token of an administrator.',
  },
  remedy: {
    effort: 'minutes',
    steps: [
      'Set the base permission of the organisation to read or none',
      'Give write access to teams, and review the list every year',
    ],
  },
  answer({ 'forge-settings': item }) {
    if (item.state === 'absent')
      return unknown(`The forge shows no settings: ${shortText(item.lookedIn)}`, 'Read the forge', [cite(item)]);
    const { baseWriteForAllMembers, writers, administrators } = item.fact;
    const measures = [
      { name: 'accounts that may write', value: writers },
      { name: 'accounts that administer', value: administrators.length },
    ];
    const figures = `${writers} accounts may write, ${administrators.length} administer`;
    return baseWriteForAllMembers
      ? no(`Every member of the organisation may write (${figures})`, [cite(item)], measures)
      : yes(`Write access is given one by one: ${figures}`, [cite(item)], measures);
  },
});
