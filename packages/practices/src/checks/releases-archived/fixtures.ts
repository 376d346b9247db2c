// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aReleaseTag, gitReleases } from '../../testing/git-releases-fixture.ts';
import { aRecord } from '../../testing/record-fixture.ts';
import { aRelease } from '../../testing/releases-record-fixture.ts';

const tags = gitReleases(aReleaseTag('v1.2.0'), aReleaseTag('v0.9.0', { createdAt: '2023-01-01T00:00:00Z' }));
const record = aRecord({ releases: [aRelease()] });

export const fixtures: CheckFixtures = {
  facts: { 'record:releases': record, 'git-releases': tags },
  flip: { kind: 'record:releases', at: ['content', 'releases', 0, 'archive', 'provenance'], to: null },
  also: [
    { name: 'no record of releases', facts: { 'record:releases': 'absent', 'git-releases': tags }, outcome: 'no' },
    {
      name: 'a release that the record leaves out',
      facts: { 'record:releases': record, 'git-releases': gitReleases(aReleaseTag('v1.3.0'), aReleaseTag('v1.2.0')) },
      outcome: 'no',
    },
    {
      name: 'retained no longer',
      facts: {
        'record:releases': aRecord({ releases: [aRelease({ retainUntil: '2026-06-01' })] }),
        'git-releases': tags,
      },
      outcome: 'no',
    },
    {
      name: 'nothing was ever released',
      facts: { 'record:releases': aRecord({ releases: [] }), 'git-releases': gitReleases() },
      outcome: 'not-applicable',
    },
    {
      name: 'only tags that move',
      facts: {
        'record:releases': record,
        'git-releases': { tags: 1, latest: [], leftOut: [{ name: 'nightly', because: 'it moves' }] },
      },
      outcome: 'unknown',
    },
  ],
};
