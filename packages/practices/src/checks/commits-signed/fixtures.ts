// SPDX-License-Identifier: Apache-2.0
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { commitFigures, gitHistory } from '../../testing/git-history-fixture.ts';

export const fixtures: CheckFixtures = {
  facts: { 'git-history': gitHistory({ window: commitFigures({ commits: 100, signed: 95 }) }) },
  flip: { kind: 'git-history', at: ['window', 'signed'], to: 94 },
  also: [
    {
      name: 'a signed first-parent line is not enough',
      facts: { 'git-history': gitHistory({ window: commitFigures({ commits: 100, signed: 50 }) }) },
      outcome: 'no',
    },
    {
      name: 'no commit in the window',
      facts: { 'git-history': gitHistory({ window: commitFigures({ commits: 0, signed: 0 }) }) },
      outcome: 'not-applicable',
    },
  ],
};
