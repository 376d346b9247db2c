// SPDX-License-Identifier: Apache-2.0
import type { TagSignature } from '@plumbline/core/facts/git-signatures';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aReleaseTag, gitReleases } from '../../testing/git-releases-fixture.ts';
import { aTagSignature, gitSignatures } from '../../testing/git-signatures-fixture.ts';

const releases = gitReleases(aReleaseTag('v1.2.0'), aReleaseTag('v1.1.0'));
const verified = (...tags: readonly TagSignature[]): FixtureFacts => ({
  'git-releases': releases,
  'git-signatures': gitSignatures({ tags }),
});

export const fixtures: CheckFixtures = {
  facts: verified(aTagSignature()),
  flip: { kind: 'git-signatures', at: ['tags', 0, 'outcome'], to: 'invalid' },
  also: [
    { name: 'no tags', facts: { 'git-releases': 'absent' }, outcome: 'not-applicable' },
    { name: 'never released', facts: { 'git-releases': gitReleases() }, outcome: 'not-applicable' },
    {
      name: 'only tags that move',
      facts: { 'git-releases': { tags: 1, latest: [], leftOut: [{ name: 'nightly', because: 'it moves' }] } },
      outcome: 'unknown',
    },
    { name: 'of somebody else', facts: verified(aTagSignature({ outcome: 'untrusted' })), outcome: 'no' },
    {
      name: 'a proof is missing',
      facts: verified(aTagSignature({ outcome: 'could-not-assess' })),
      outcome: 'unknown',
    },
    { name: 'an older one was verified', facts: verified(aTagSignature({ name: 'v1.1.0' })), outcome: 'unknown' },
    { name: 'nothing was verified', facts: { 'git-releases': releases }, outcome: 'unknown' },
    {
      name: 'a tag without a signature',
      facts: { 'git-releases': gitReleases(aReleaseTag('v1.2.0', { signature: null })) },
      outcome: 'no',
    },
  ],
};
