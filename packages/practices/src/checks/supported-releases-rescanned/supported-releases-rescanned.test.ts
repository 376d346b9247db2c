// SPDX-License-Identifier: Apache-2.0
import { askCheck } from '@plumbline/core/answers/ask-check';
import { expect, test } from 'vitest';
import { evidenceOf, type FixtureFacts } from '../../testing/check-fixtures.ts';
import { aReleaseEntry } from '../../testing/fixture-releases.ts';
import { aScanReport } from '../../testing/imported-fixtures.ts';
import { aRecord } from '../../testing/record-fixture.ts';
import { supportedReleasesRescanned } from './supported-releases-rescanned.ts';

const commit = '8'.repeat(40);
const tag = { name: 'v1.2.0', createdAt: '2026-01-10T08:00:00Z', commit, annotated: true, signature: null };
const facts: FixtureFacts = {
  'record:releases': aRecord({ releases: [aReleaseEntry()] }),
  'git-releases': { tags: 1, latest: [tag], leftOut: [] },
  'scan-reports': { reports: [aScanReport({ commit, purposes: ['sca'], finishedAt: '2026-06-20T10:00:00Z' })] },
};
const ask = (given: FixtureFacts): unknown =>
  askCheck(supportedReleasesRescanned, evidenceOf(given), { asOf: '2026-06-30T23:59:59Z' });

test('a report of the commit of each release makes the recorded word observed', () => {
  expect(ask(facts)).toMatchObject({ outcome: 'yes', strength: 'observed' });
  const { 'scan-reports': _, ...recordedOnly } = facts;
  expect(ask(recordedOnly)).toMatchObject({ outcome: 'yes', strength: 'documented' });
});

test.each([
  ['of another commit', { commit: '9'.repeat(40) }],
  ['that is too old', { finishedAt: '2026-03-01T00:00:00Z' }],
  ['of an unfinished run', { completed: null }],
  ['of another kind', { purposes: ['lint'] as const }],
])('a report %s does not', (_, change) => {
  const report = aScanReport({ commit, purposes: ['sca'], finishedAt: '2026-06-20T10:00:00Z', ...change });
  expect(ask({ ...facts, 'scan-reports': { reports: [report] } })).toMatchObject({
    outcome: 'yes',
    strength: 'documented',
  });
});
