// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { ofClosedCases, said } from '../../records/closed-root-causes.ts';

// SP 800-218 RV.3.1 example 1: record the root cause of discovered issues.
export const rootCausesRecorded: Check = defineCheck({
  id: 'root-causes-recorded',
  question: 'Does every case closed in the last year carry its weakness and its cause in the process?',
  scope: 'product',
  needs: ['record:root-causes'],
  strength: 'documented',
  automation: 'people',
  guide: {
    shows: 'For each closed case somebody recorded which weakness (CWE) it was and what in the process let it in.',
    doesNotShow: 'Whether the analysis went deep enough.',
    resolve:
      'Record every closed case in security/root-causes.yaml and declare complete: true; with none closed in the last year the question does not arise.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Ask of each closed case which weakness it was and what let it in',
      'Record both in security/root-causes.yaml',
    ],
    patch: 'starter-records',
  },
  answer({ 'record:root-causes': item }, { asOf }) {
    return ofClosedCases(item, {
      what: 'weakness and process cause',
      has: (cause) => said(cause.weakness) && said(cause.processCause),
      asOf,
    });
  },
});
