// SPDX-License-Identifier: Apache-2.0
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { GitReleases } from '@plumbline/core/facts/git-releases';
import { expect, test } from 'vitest';
import { neverReleased, recentReleaseTags, versionKey } from './recent-release-tags.ts';
import { evidenceOf } from '../testing/check-fixtures.ts';
import { aReleaseTag, gitReleases } from '../testing/git-releases-fixture.ts';

const asOf = '2026-06-30T23:59:59Z';
const item = (fact: GitReleases | 'absent'): Seen<'git-releases'> =>
  evidenceOf({ 'git-releases': fact })['git-releases'] as Seen<'git-releases'>;
const old = aReleaseTag('v0.9.0', { createdAt: '2023-01-01T00:00:00Z' });
const older = aReleaseTag('v0.8.0', { createdAt: '2022-01-01T00:00:00Z' });

test.each([
  ['v1.2.0', '1.2.0'],
  ['release/1.2.0', '1.2.0'],
  ['product-1_2_0', '1.2.0'],
  ['1.2.0-RC1', '1.2.0-rc1'],
  ['Summer', 'summer'],
])('%s is version %s', (name, version) => {
  expect(versionKey(name)).toBe(version);
});

test('the last 365 days count, and at least the newest release', () => {
  expect(recentReleaseTags(item(gitReleases(aReleaseTag('v1.0.0'), old)), asOf)).toHaveLength(1);
  expect(recentReleaseTags(item(gitReleases(old, older)), asOf)).toEqual([old]);
  expect(recentReleaseTags(item('absent'), asOf)).toEqual([]);
});

test('tags that move do not show that nothing was released', () => {
  expect(neverReleased(item(gitReleases()))).toBe(true);
  expect(neverReleased(item({ tags: 1, latest: [], leftOut: [{ name: 'v1', because: 'it moves' }] }))).toBe(false);
});
