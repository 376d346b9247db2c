// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aReleaseTag, gitReleases } from '../../testing/git-releases-fixture.ts';

const tags = gitReleases(aReleaseTag('v1.2.0'), aReleaseTag('v1.1.0', { signature: 'ssh' }));

export const fixtures: CheckFixtures = {
  facts: { 'git-releases': tags },
  flip: { kind: 'git-releases', at: ['latest', 1, 'signature'], to: null },
  also: [
    { name: 'no tags', facts: { 'git-releases': 'absent' }, outcome: 'not-applicable' },
    { name: 'never released', facts: { 'git-releases': gitReleases() }, outcome: 'not-applicable' },
    {
      name: 'only tags that move',
      facts: { 'git-releases': { tags: 1, latest: [], leftOut: [{ name: 'nightly', because: 'it moves' }] } },
      outcome: 'unknown',
    },
    {
      name: 'a lightweight tag on a signed commit',
      facts: { 'git-releases': gitReleases(aReleaseTag('v1', { annotated: false, signature: null })) },
      outcome: 'no',
    },
  ],
};
