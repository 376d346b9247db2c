// SPDX-License-Identifier: Apache-2.0
import { askCheck } from '@plumbline/core/answers/ask-check';
import type { Answer } from '@plumbline/core/answers/answer';
import type { ScanReport } from '@plumbline/core/facts/imported/scan-reports';
import { expect, test } from 'vitest';
import { evidenceOf } from '../../testing/check-fixtures.ts';
import { aReleaseEntry } from '../../testing/fixture-releases.ts';
import { aReleaseTag, gitReleases } from '../../testing/git-releases-fixture.ts';
import { aScanReport } from '../../testing/imported-fixtures.ts';
import { aRecord } from '../../testing/record-fixture.ts';
import { supportedReleasesRescanned } from './supported-releases-rescanned.ts';

function answerWith(report: ScanReport): Answer {
  const evidence = evidenceOf({
    'record:releases': aRecord({ releases: [aReleaseEntry()] }),
    'git-releases': gitReleases(aReleaseTag('v1.2.0')),
    'scan-reports': { reports: [report] },
  });
  return askCheck(supportedReleasesRescanned, evidence, { asOf: '2026-06-30T23:59:59Z' });
}

test('a report of the release makes the answer observed', () => {
  expect(answerWith(aScanReport())).toMatchObject({ outcome: 'yes', strength: 'observed' });
});

test('a report that finds nothing and does not say which rules ran adds nothing', () => {
  const answer = answerWith(aScanReport({ rules: 0 }));
  expect(answer).toMatchObject({ outcome: 'yes', because: expect.stringContaining('0 of them with a report') });
  expect(answer.citations.map(({ evidence }) => evidence)).toHaveLength(1);
});
