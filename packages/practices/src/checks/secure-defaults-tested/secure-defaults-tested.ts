// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import { factSources } from '@plumbline/core/facts/fact-sources';
import { boundReports } from '../../reports/bound-report.ts';
import { nameSome } from '../../words/name-some.ts';
import { recordContent } from '../../records/record-content.ts';
import { allCounted } from '../../words/all-counted.ts';

// SP 800-218 PW.9.1 example 1, PW.9.2 example 1. The list says which test holds each setting; the report that tests ran.
export const secureDefaultsTested: Check = defineCheck({
  id: 'secure-defaults-tested',
  question: 'Does a test hold every secure default, and did the tests of this commit pass?',
  scope: 'repository',
  needs: ['record:secure-defaults'],
  uses: ['test-reports'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows: 'Each setting of the list names a test, and a bound test report of this commit has no failure.',
    doesNotShow: 'Whether the named test asserts the value: the report is counted, not read test by test.',
    resolve:
      'Name a test for each setting in security/secure-defaults.yaml, and pass a JUnit report of this commit with --evidence.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Write a test that starts the product with its defaults and asserts each value',
      'Name it under testedBy',
      'Pass the test report of the commit',
    ],
    after: ['secure-defaults-defined'],
  },
  answer({ 'record:secure-defaults': item, 'test-reports': tests }, { asOf }) {
    const { content, refusal } = recordContent(item, 'secure defaults');
    if (refusal !== null) return refusal;
    const { settings } = content;
    const untested = settings.filter(({ testedBy }) => (testedBy ?? '').trim() === '').map(({ setting }) => setting);
    const measures = [{ name: 'settings with a test', value: settings.length - untested.length, of: settings.length }];
    if (settings.length === 0) return no('The list of secure defaults names no setting', [cite(item)]);
    if (untested.length > 0)
      return no(
        `${untested.length} of ${settings.length} settings name no test: ${nameSome(untested)}`,
        [cite(item)],
        measures,
      );
    if (tests === undefined || tests.state === 'absent')
      return unknown(
        `A test is named for ${allCounted(settings.length, 'setting')}; whether it passes is not shown`,
        factSources['test-reports'].resolve,
        [cite(item)],
        measures,
      );
    const { bound, unbound } = boundReports(tests.fact.reports, { ...tests.subject, asOf });
    const [reason] = unbound;
    if (bound.length === 0)
      return unknown(
        reason?.because ?? 'No test report was passed',
        reason?.resolve ?? factSources['test-reports'].resolve,
        [cite(tests)],
        measures,
      );
    const run = bound.reduce((sum, report) => sum + report.tests - report.skipped, 0);
    const failed = bound.reduce((sum, report) => sum + report.failures + report.errors, 0);
    if (failed > 0 || run <= 0)
      return unknown(
        `${failed} of ${run} tests failed; which hold the settings is not shown`,
        'Make the tests pass and pass the new report',
        [cite(tests)],
        measures,
      );
    return yes(
      `A test is named for ${allCounted(settings.length, 'setting')}; passed: ${allCounted(run, 'test')}`,
      [cite(tests), cite(item)],
      measures,
    );
  },
});
