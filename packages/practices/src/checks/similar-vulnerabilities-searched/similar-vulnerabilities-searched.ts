// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { ofClosedCases, said } from '../../records/closed-root-causes.ts';

// SP 800-218 RV.3.3: eradicate a class of vulnerabilities instead of waiting for reports.
export const similarVulnerabilitiesSearched: Check = defineCheck({
  id: 'similar-vulnerabilities-searched',
  question: 'Was the code searched for variants of every vulnerability that was closed in the last year?',
  scope: 'product',
  needs: ['record:root-causes'],
  strength: 'documented',
  automation: 'people',
  guide: {
    shows: 'For each closed case a query for its variants, and the scan that ran it, are attached.',
    doesNotShow: 'Whether the query finds all variants.',
    resolve:
      'Record every closed case in security/root-causes.yaml and declare complete: true; with none closed in the last year the question does not arise.',
  },
  remedy: {
    effort: 'days',
    steps: ['Write a query for the pattern of each closed vulnerability', 'Run it over all code and attach the scan'],
    patch: 'starter-records',
    after: ['root-causes-recorded'],
  },
  answer({ 'record:root-causes': item }, { asOf }) {
    return ofClosedCases(item, {
      what: 'a query for variants and its scan',
      has: (cause) => said(cause.variantQuery) && said(cause.variantScan),
      asOf,
    });
  },
});
