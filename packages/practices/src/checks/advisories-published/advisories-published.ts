// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { isRefuted } from '../../records/refuted-case.ts';
import { type ClockState, dueAfter, heldToClock } from '../../records/response-times.ts';

/** Days between a fix and its advisory. */
const advisoryDaysMax = 14;

// SP 800-218 RV.2.2 example 3: release security advisories. A fix gets two weeks until its advisory has to be out.
export const advisoriesPublished: Check = defineCheck({
  id: 'advisories-published',
  question: 'Is there an advisory for every vulnerability that was fixed more than two weeks ago?',
  scope: 'product',
  needs: ['response-cases'],
  strength: 'observed',
  automation: 'not-yet',
  guide: {
    shows: 'Each fixed case of the window names its advisory (CSAF, OSV, VEX or of the forge).',
    doesNotShow: 'Whether the advisory says enough, or reached those who need it.',
    resolve: 'Keep incoming reports as cases with the days of each step; this version has no register of cases yet.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Write the missing advisories: what is affected, how to find it, what to do',
      'Publish them with an identifier and in a machine-readable form',
    ],
    after: ['vulnerabilities-remediated-in-time'],
  },
  answer({ 'response-cases': item }, { asOf }) {
    return heldToClock(item, {
      done: 'told in an advisory',
      stateOf: (entry): ClockState => {
        if (entry.fixedOn === null || (entry.decision !== null && isRefuted(entry.decision))) return 'outside';
        if (entry.advisory !== null && entry.advisory.trim() !== '') return 'in-time';
        return Date.parse(asOf) <= dueAfter(entry.fixedOn, advisoryDaysMax) ? 'open' : 'late';
      },
    });
  },
});
