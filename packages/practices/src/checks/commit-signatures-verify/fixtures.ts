// SPDX-License-Identifier: Apache-2.0
import type { CommitSignatures } from '@plumbline/core/facts/git-signatures';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { commitSignatures, gitSignatures, signatureCounts } from '../../testing/git-signatures-fixture.ts';

const verified = (commits: Partial<CommitSignatures>): FixtureFacts => ({
  'git-signatures': gitSignatures({ commits: commitSignatures(commits) }),
});

export const fixtures: CheckFixtures = {
  facts: verified({}),
  flip: { kind: 'git-signatures', at: ['commits', 'people', 'invalid'], to: 1 },
  also: [
    { name: 'nothing of commits', facts: { 'git-signatures': gitSignatures({ commits: null }) }, outcome: 'unknown' },
    { name: 'looked for in vain', facts: { 'git-signatures': 'absent' }, outcome: 'unknown' },
    {
      name: 'too many by strangers',
      facts: verified({ people: signatureCounts({ valid: 84, untrusted: 6 }) }),
      outcome: 'no',
    },
    {
      name: 'too many by bots without a signature',
      facts: verified({ bots: signatureCounts({ valid: 9, unsigned: 1 }) }),
      outcome: 'no',
    },
    {
      name: 'a bad one by a bot',
      facts: verified({ people: signatureCounts({ valid: 90 }), bots: signatureCounts({ valid: 9, invalid: 1 }) }),
      outcome: 'no',
    },
    {
      name: 'the range does not reach back far enough',
      facts: verified({ people: signatureCounts({ valid: 89 }), notLookedAt: 1 }),
      outcome: 'unknown',
    },
    {
      name: 'a proof is missing',
      facts: verified({ people: signatureCounts({ valid: 89, 'could-not-assess': 1 }) }),
      outcome: 'unknown',
    },
    {
      name: 'too few, whatever the rest is',
      facts: verified({ people: signatureCounts({ valid: 80, unsigned: 6 }), notLookedAt: 4 }),
      outcome: 'no',
    },
    {
      name: 'a year without a commit',
      facts: verified({ commits: 0, people: signatureCounts(), bots: signatureCounts() }),
      outcome: 'not-applicable',
    },
  ],
};
