// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { yes } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import { boundScans, scanTools, sumFindings } from '../../reports/bound-scans.ts';
import { nameSome } from '../../words/name-some.ts';
import { isoDay } from '../../days/iso-day.ts';

/** The row asks for a test of the running product in the last quarter. */
const testDaysMax = 90;

// SP 800-218 PW.8.2 examples 2 and 5. What was found is triaged elsewhere (test-findings-triaged).
export const dynamicTestingPerformed: Check = defineCheck({
  id: 'dynamic-testing-performed',
  question: 'Was this commit tested while running, by a dynamic scanner or a fuzzer, in the last 90 days?',
  scope: 'repository',
  needs: ['scan-reports'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows:
      'A report of a dynamic scan or a fuzzing run names this commit, its tool’s version and a completed run of the last 90 days.',
    doesNotShow: 'How much of the product it reached, or what became of its findings.',
    resolve:
      'Pass the SARIF report of a dynamic scanner or fuzzer with --evidence; it has to name the commit and when the run ended.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Run a dynamic scanner or the fuzz targets against a build of this commit',
      'Pass the report with --evidence',
    ],
  },
  answer({ 'scan-reports': item }, { asOf }) {
    const wish = { purposes: ['dast', 'fuzzing'], what: 'dynamic testing', daysMax: testDaysMax } as const;
    const { reports, refusal } = boundScans(item, wish, asOf);
    if (refusal !== null) return refusal;
    const { error, warning, note } = sumFindings(reports);
    return yes(
      `${nameSome(scanTools(reports))}: completed on ${isoDay(reports[0].finishedAt)} with ${error + warning + note} findings`,
      [cite(item, { at: reports[0].file })],
      [{ name: 'findings of dynamic testing', value: error + warning + note }],
    );
  },
});
