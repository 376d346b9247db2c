// SPDX-License-Identifier: Apache-2.0
import type { ReleaseEntry } from '@plumbline/core/facts/records/releases-record';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aReleaseTag, gitReleases } from '../../testing/git-releases-fixture.ts';
import { aRecord } from '../../testing/record-fixture.ts';
import { aRelease } from '../../testing/releases-record-fixture.ts';

const tags = gitReleases(aReleaseTag('v1.2.0'));
const drilled = (...drills: ReleaseEntry['drills']) => aRecord({ releases: [aRelease({ drills })] });

export const fixtures: CheckFixtures = {
  facts: { 'record:releases': drilled({ on: '2026-05-15', passed: true }), 'git-releases': tags },
  flip: { kind: 'record:releases', at: ['content', 'releases', 0, 'drills', 0, 'passed'], to: false },
  also: [
    { name: 'no record of releases', facts: { 'record:releases': 'absent', 'git-releases': tags }, outcome: 'no' },
    { name: 'no drill', facts: { 'record:releases': drilled(), 'git-releases': tags }, outcome: 'no' },
    {
      name: 'the newest drill failed',
      facts: {
        'record:releases': drilled({ on: '2026-01-01', passed: true }, { on: '2026-06-01', passed: false }),
        'git-releases': tags,
      },
      outcome: 'no',
    },
    {
      name: 'a drill of long ago',
      facts: { 'record:releases': drilled({ on: '2024-01-01', passed: true }), 'git-releases': tags },
      outcome: 'no',
    },
    {
      name: 'nothing was ever released',
      facts: { 'record:releases': 'absent', 'git-releases': 'absent' },
      outcome: 'not-applicable',
    },
  ],
};
