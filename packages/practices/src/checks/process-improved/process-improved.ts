// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { ofClosedCases, said } from '../../records/closed-root-causes.ts';

// SP 800-218 RV.3.4: plan and implement changes to the appropriate practices. "None needed, because …" is a review too.
export const processImproved: Check = defineCheck({
  id: 'process-improved',
  question: 'Is a change of rule, gate or training recorded for every root cause of the last year?',
  scope: 'organisation',
  needs: ['record:root-causes'],
  strength: 'documented',
  automation: 'people',
  guide: {
    shows:
      'For each closed case the change of process that is to keep its cause from returning is recorded, or why none is needed.',
    doesNotShow: 'Whether the change works: look at what recurs (root-cause-trends-reviewed).',
    resolve:
      'Record every closed case in security/root-causes.yaml and declare complete: true; with none closed in the last year the question does not arise.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Decide for each root cause which rule, gate, template or training would have stopped it',
      'Make the change and link it in security/root-causes.yaml',
    ],
    patch: 'starter-records',
    after: ['root-causes-recorded'],
  },
  answer({ 'record:root-causes': item }, { asOf }) {
    return ofClosedCases(item, {
      what: 'an improvement of the process',
      has: (cause) => said(cause.improvement),
      asOf,
    });
  },
});
