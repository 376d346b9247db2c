// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import type { ResponseCases } from '@plumbline/core/facts/response-cases';
import { isRefuted } from '../../records/refuted-case.ts';
import { type ClockState, clockState, dueAfter, heldToClock } from '../../records/response-times.ts';

// SP 800-218 RV.2.1: gather sufficient information about risk; example 2: risk calculations.
export const vulnerabilitiesAnalysedInTime: Check = defineCheck({
  id: 'vulnerabilities-analysed-in-time',
  question: 'Was every reported vulnerability triaged in time, with its severity and a decision recorded?',
  scope: 'product',
  needs: ['response-cases'],
  strength: 'observed',
  automation: 'not-yet',
  guide: {
    shows:
      'Every case of the window was triaged within the days of the policy, and carries a CVSS vector and a decision.',
    doesNotShow: 'Whether the vector and the decision are right.',
    resolve: 'Keep incoming reports as cases with the days of each step; this version has no register of cases yet.',
  },
  remedy: {
    effort: 'days',
    steps: ['Triage the overdue cases', 'Record the CVSS vector, the inputs of the decision and the decision itself'],
    after: ['reports-answered-in-time'],
  },
  answer({ 'response-cases': item }, { asOf }) {
    const days = item.state === 'absent' ? 0 : item.fact.triageDaysMax;
    return heldToClock(item, {
      done: 'analysed in time',
      stateOf: (entry): ClockState => {
        const state = clockState(entry.triagedOn, dueAfter(entry.receivedOn, days), asOf);
        return state === 'in-time' && !isAssessed(entry) ? 'late' : state;
      },
    });
  },
});

/** A report that was refuted has a decision, and nothing to rate. */
function isAssessed({ cvss, decision }: ResponseCases['cases'][number]): boolean {
  const decided = decision !== null && decision.trim() !== '';
  return decided && (isRefuted(decision) || (cvss !== null && cvss.trim() !== ''));
}
