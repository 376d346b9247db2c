// SPDX-License-Identifier: Apache-2.0
import type { ReleaseEntry } from '@plumbline/core/facts/records/releases-record';
import type { KeptRelease } from '@plumbline/core/facts/release-archive';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aReleaseTag, gitReleases } from '../../testing/git-releases-fixture.ts';
import { aRecord } from '../../testing/record-fixture.ts';
import { aDrill, releaseArchive } from '../../testing/release-archive-fixture.ts';
import { aRelease } from '../../testing/releases-record-fixture.ts';

const tags = gitReleases(aReleaseTag('v1.2.0'));
const drilled = (...drills: ReleaseEntry['drills']) => aRecord({ releases: [aRelease({ drills })] });

const recorded = (...drills: ReleaseEntry['drills']) =>
  ({ 'record:releases': drilled(...drills), 'git-releases': tags, 'release-archive': 'absent' }) as const;
const archived = (...releases: readonly Partial<KeptRelease>[]) => ({
  'release-archive': releaseArchive(...releases),
  'git-releases': tags,
});

export const fixtures: CheckFixtures = {
  facts: archived(),
  flip: { kind: 'release-archive', at: ['releases', 0, 'drill', 'restored'], to: false },
  also: [
    { name: 'a record alone', facts: recorded({ on: '2026-05-15', passed: true }), outcome: 'yes' },
    { name: 'no record of releases', facts: { ...recorded(), 'record:releases': 'absent' }, outcome: 'no' },
    {
      name: 'neither archive nor record was seen',
      facts: { 'git-releases': tags, 'release-archive': 'absent' },
      outcome: 'unknown',
    },
    { name: 'no drill', facts: recorded(), outcome: 'no' },
    {
      name: 'archived, and no drill since',
      facts: { ...archived({ drill: null }), 'record:releases': drilled({ on: '2026-05-15', passed: true }) },
      outcome: 'unknown',
    },
    {
      name: 'the drill failed, whatever the record says',
      facts: {
        ...archived({ drill: aDrill({ restored: false, faults: ['app.tgz is altered: other bytes'] }) }),
        'record:releases': drilled({ on: '2026-06-15', passed: true }),
      },
      outcome: 'no',
    },
    {
      name: 'it was restored, whatever the record says',
      facts: { ...archived(), 'record:releases': drilled({ on: '2026-06-15', passed: false }) },
      outcome: 'yes',
    },
    {
      name: 'restored, and the signatures do not verify',
      facts: archived({ drill: aDrill({ verified: 'not-verified' }) }),
      outcome: 'no',
    },
    {
      name: 'restored, and a proof was not at hand',
      facts: archived({ drill: aDrill({ verified: 'could-not-assess' }) }),
      outcome: 'unknown',
    },
    {
      name: 'restored, and nobody looked at signatures',
      facts: archived({ drill: aDrill({ verified: 'not-asked' }) }),
      outcome: 'yes',
    },
    {
      name: 'one copy of two could be restored',
      facts: archived({ drill: aDrill({ restored: false }) }, { archive: 'kept' }),
      outcome: 'yes',
    },
    { name: 'a drill of long ago', facts: archived({ drill: aDrill({ on: '2024-01-01' }) }), outcome: 'no' },
    {
      name: 'a newer release was not tried yet',
      facts: archived({}, { name: 'v1.3.0', tag: 'v1.3.0', drill: null }),
      outcome: 'yes',
    },
    {
      name: 'retention has ended, and the record speaks',
      facts: { ...archived({ retainUntil: '2026-01-01' }), 'record:releases': drilled() },
      outcome: 'no',
    },
    {
      name: 'the newest recorded drill failed',
      facts: recorded({ on: '2026-01-01', passed: true }, { on: '2026-06-01', passed: false }),
      outcome: 'no',
    },
    { name: 'a recorded drill of long ago', facts: recorded({ on: '2024-01-01', passed: true }), outcome: 'no' },
    {
      name: 'nothing was ever released',
      facts: { 'record:releases': 'absent', 'git-releases': 'absent', 'release-archive': 'absent' },
      outcome: 'not-applicable',
    },
  ],
};
