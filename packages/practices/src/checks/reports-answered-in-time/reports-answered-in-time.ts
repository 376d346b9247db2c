// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { type ClockState, clockState, dueAfter, heldToClock } from '../../records/response-times.ts';

// SP 800-218 RV.1.1: investigate all credible reports; the first answer starts it.
export const reportsAnsweredInTime: Check = defineCheck({
  id: 'reports-answered-in-time',
  question: 'Was every vulnerability report answered within the time that the policy promises?',
  scope: 'product',
  needs: ['response-cases'],
  strength: 'observed',
  automation: 'not-yet',
  guide: {
    shows: 'Every report of the window was answered within the promised days; what is not due yet counts neither way.',
    doesNotShow: 'Whether the answers were any good, or what became of the reports.',
    resolve: 'Keep incoming reports as cases with the days of each step; this version has no register of cases yet.',
  },
  remedy: {
    effort: 'days',
    steps: ['Answer the open reports', 'Let more than one person watch the channel'],
    after: ['reporting-channel-private'],
  },
  answer({ 'response-cases': item }, { asOf }) {
    const days = item.state === 'absent' ? 0 : item.fact.answerDaysMax;
    return heldToClock(item, {
      done: 'answered in time',
      stateOf: (entry): ClockState => clockState(entry.answeredOn, dueAfter(entry.receivedOn, days), asOf),
    });
  },
});
