// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aReleaseTag, gitReleases } from '../../testing/git-releases-fixture.ts';
import { aRecord } from '../../testing/record-fixture.ts';
import { aDrill, releaseArchive } from '../../testing/release-archive-fixture.ts';
import { aRelease } from '../../testing/releases-record-fixture.ts';

const tags = gitReleases(aReleaseTag('v1.2.0'), aReleaseTag('v0.9.0', { createdAt: '2023-01-01T00:00:00Z' }));
const record = aRecord({ releases: [aRelease()] });
const recorded = { 'record:releases': record, 'git-releases': tags, 'release-archive': 'absent' } as const;

export const fixtures: CheckFixtures = {
  facts: { 'release-archive': releaseArchive(), 'git-releases': tags, 'record:releases': 'absent' },
  flip: { kind: 'release-archive', at: ['releases', 0, 'roles'], to: ['artifact', 'sbom'] },
  also: [
    { name: 'a record alone', facts: recorded, outcome: 'yes' },
    {
      name: 'a record that leaves something out',
      facts: {
        ...recorded,
        'record:releases': aRecord({ releases: [aRelease({ archive: { ...aRelease().archive, provenance: null } })] }),
      },
      outcome: 'no',
    },
    { name: 'no record of releases', facts: { ...recorded, 'record:releases': 'absent' }, outcome: 'no' },
    {
      name: 'neither archive nor record was seen',
      facts: { 'git-releases': tags, 'release-archive': 'absent' },
      outcome: 'unknown',
    },
    {
      name: 'an archive, and no record was seen',
      facts: { 'git-releases': tags, 'release-archive': releaseArchive() },
      outcome: 'yes',
    },
    {
      name: 'an archive without all of it, and a record of the rest',
      facts: { ...recorded, 'release-archive': releaseArchive({ roles: ['artifact'] }) },
      outcome: 'yes',
    },
    {
      name: 'an archive without all of it, and no record was seen',
      facts: { 'git-releases': tags, 'release-archive': releaseArchive({ roles: ['artifact'] }) },
      outcome: 'unknown',
    },
    {
      name: 'the tag leads elsewhere now, whatever the record says',
      facts: { ...recorded, 'release-archive': releaseArchive({ commit: '9'.repeat(40) }) },
      outcome: 'no',
    },
    {
      name: 'the newest drill could not restore it, whatever the record says',
      facts: { ...recorded, 'release-archive': releaseArchive({ drill: aDrill({ restored: false }) }) },
      outcome: 'no',
    },
    {
      name: 'only an older release is in the archive',
      facts: {
        'git-releases': tags,
        'release-archive': releaseArchive({ name: 'v0.9.0', tag: 'v0.9.0' }),
        'record:releases': 'absent',
      },
      outcome: 'no',
    },
    {
      name: 'a release that the record leaves out',
      facts: { ...recorded, 'git-releases': gitReleases(aReleaseTag('v1.3.0'), aReleaseTag('v1.2.0')) },
      outcome: 'no',
    },
    {
      name: 'retained no longer',
      facts: { ...recorded, 'record:releases': aRecord({ releases: [aRelease({ retainUntil: '2026-06-01' })] }) },
      outcome: 'no',
    },
    {
      name: 'retained no longer in the archive',
      facts: {
        'git-releases': tags,
        'release-archive': releaseArchive({ retainUntil: '2026-06-29' }),
        'record:releases': 'absent',
      },
      outcome: 'no',
    },
    {
      name: 'nothing was ever released',
      facts: {
        'record:releases': aRecord({ releases: [] }),
        'git-releases': gitReleases(),
        'release-archive': 'absent',
      },
      outcome: 'not-applicable',
    },
    {
      name: 'no tag, and an archive of a release',
      facts: { 'git-releases': 'absent', 'release-archive': releaseArchive(), 'record:releases': 'absent' },
      outcome: 'yes',
    },
    {
      name: 'only tags that move',
      facts: {
        ...recorded,
        'git-releases': { tags: 1, latest: [], leftOut: [{ name: 'nightly', because: 'it moves' }] },
      },
      outcome: 'unknown',
    },
  ],
};
