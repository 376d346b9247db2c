// SPDX-License-Identifier: Apache-2.0
import type { CommitFigures } from '@plumbline/core/facts/git-history';
import { isBot, isForge } from '../../platform/git/is-bot.ts';
import type { RawCommit } from '../../platform/git/parse-commit.ts';

export type Tally = { readonly add: (commit: RawCommit) => void; readonly figures: () => CommitFigures };

/** Counts commits; a signature counts when the object carries one. */
export function tallyCommits(): Tally {
  const counted = { commits: 0, signed: 0, signedByForge: 0, byBots: 0, signedByBots: 0 };
  return {
    add: ({ author, committer, signature }) => {
      const bot = isBot(author);
      counted.commits += 1;
      if (bot) counted.byBots += 1;
      if (signature === null) return;
      counted.signed += 1;
      if (isForge(committer)) counted.signedByForge += 1;
      if (bot) counted.signedByBots += 1;
    },
    figures: () => ({ ...counted }),
  };
}
