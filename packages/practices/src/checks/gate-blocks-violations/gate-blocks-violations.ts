// SPDX-License-Identifier: Apache-2.0
import { no, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import { withinDays } from '../../days/days-before.ts';
import { shortText } from '../../words/short-text.ts';

const daysMax = 90;

export const gateBlocksViolations: Check = defineCheck({
  id: 'gate-blocks-violations',
  question: 'Was the gate proved by attack in the last 90 days to block what it must block?',
  scope: 'product',
  needs: ['gate-results'],
  strength: 'tested',
  automation: 'automatic',
  guide: {
    shows: 'A change that breaks the policy was tried, and the gate stopped it: the negative test of PO.4.1.',
    doesNotShow: 'Whether the criteria are the right ones (gate-criteria-defined).',
    resolve: 'Run `plumbline gate prove` in a scheduled job, and keep .plumbline/ between runs.',
  },
  remedy: {
    effort: 'hours',
    steps: ['Let a scheduled job try a change that breaks each rule, and keep the result'],
    after: ['gate-criteria-enforced'],
  },
  answer({ 'gate-results': item }, { asOf }) {
    if (item.state === 'absent') return no(`No result of a gate is kept: ${shortText(item.lookedIn)}`, [cite(item)]);
    const { provedOn } = item.fact;
    if (provedOn === null) return no('The gate was never proved by attack', [cite(item)]);
    const day = shortText(provedOn);
    return withinDays(provedOn, asOf, daysMax)
      ? yes(`The gate blocked every attack on ${day}`, [cite(item)])
      : no(`The gate was last proved on ${day}, more than ${daysMax} days ago`, [cite(item)]);
  },
});
