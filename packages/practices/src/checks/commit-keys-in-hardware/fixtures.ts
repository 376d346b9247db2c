// SPDX-License-Identifier: Apache-2.0
import type { SigningKeys } from '@plumbline/core/facts/git-history';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { commitFigures, gitHistory } from '../../testing/git-history-fixture.ts';

const window = commitFigures({ commits: 110, signed: 110, signedByForge: 0, byBots: 10, signedByBots: 10 });
const signedWith = (signingKeys: SigningKeys) => ({ 'git-history': gitHistory({ window, signingKeys }) });

export const fixtures: CheckFixtures = {
  facts: signedWith({ hardware: 96, software: 4, cannotTell: 0 }),
  flip: { kind: 'git-history', at: ['signingKeys', 'hardware'], to: 40 },
  also: [
    { name: 'no commit', facts: { 'git-history': 'absent' }, outcome: 'not-applicable' },
    { name: 'key types not read', facts: { 'git-history': gitHistory({ window }) }, outcome: 'unknown' },
    {
      name: 'OpenPGP does not tell',
      facts: signedWith({ hardware: 10, software: 0, cannotTell: 90 }),
      outcome: 'unknown',
    },
    {
      name: 'the forge signed for them',
      facts: { 'git-history': gitHistory({ window: { ...window, signedByForge: 90 } }) },
      outcome: 'no',
    },
    {
      name: 'bots alone',
      facts: { 'git-history': gitHistory({ window: { ...window, commits: 10, signed: 10 } }) },
      outcome: 'not-applicable',
    },
  ],
};
