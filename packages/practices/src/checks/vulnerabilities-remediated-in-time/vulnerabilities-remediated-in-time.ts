// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { isRefuted } from '../../records/refuted-case.ts';
import { type ClockState, clockState, dueAfter, heldToClock } from '../../records/response-times.ts';

// SP 800-218 RV.2.2: implement risk responses. Cases whose clock still runs are censored, not counted as kept.
export const vulnerabilitiesRemediatedInTime: Check = defineCheck({
  id: 'vulnerabilities-remediated-in-time',
  question: 'Was every confirmed vulnerability remediated by the day that its clock sets?',
  scope: 'product',
  needs: ['response-cases'],
  strength: 'observed',
  automation: 'not-yet',
  guide: {
    shows: 'Every case of the window whose day has come was fixed by then; those still running are counted apart.',
    doesNotShow: 'Whether users have installed the fix.',
    resolve: 'Keep incoming reports as cases with the days of each step; this version has no register of cases yet.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Fix the overdue cases, or decide on another risk response and record it',
      'Set the day for each case when it is triaged',
    ],
    after: ['vulnerabilities-analysed-in-time'],
  },
  answer({ 'response-cases': item }, { asOf }) {
    return heldToClock(item, {
      done: 'remediated in time',
      stateOf: (entry): ClockState => {
        if (entry.decision !== null && isRefuted(entry.decision)) return 'outside';
        if (entry.remediateBy !== null) return clockState(entry.fixedOn, dueAfter(entry.remediateBy, 0), asOf);
        // Confirmed without a day to be fixed by: nobody planned the response.
        return entry.triagedOn === null ? 'open' : 'late';
      },
    });
  },
});
