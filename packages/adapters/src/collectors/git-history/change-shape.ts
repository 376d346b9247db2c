// SPDX-License-Identifier: Apache-2.0
import type { ChangeShape } from '@plumbline/core/facts/git-history';
import { isBot } from '../../platform/git/is-bot.ts';
import type { RawCommit } from '../../platform/git/parse-commit.ts';
import { bodyLines, hasReviewReference, hasReviewTrailer } from './review-signs.ts';

/**
 * How a commit of the first-parent line came there, under the strongest sign of review that it carries. What a program
 * wrote stands apart, unless a merge brought it in. Merging one's own branch with its remote state is what `git pull`
 * does before a direct push: no branch was brought in.
 */
export function changeShape(commit: RawCommit, defaultBranch: string | null): ChangeShape {
  if (commit.parents > 1 && !isPull(commit.message, defaultBranch)) return 'merge';
  if (isBot(commit.author)) return 'bot';
  const lines = bodyLines(commit.message);
  if (hasReviewTrailer(commit.author, lines)) return 'review-trailer';
  return hasReviewReference(commit.message, lines) ? 'squash-reference' : 'unreferenced';
}

/** "Merge branch 'main' of URL" and "Merge remote-tracking branch 'origin/main'", as git itself words them. */
function isPull(message: string, defaultBranch: string | null): boolean {
  const subject = (message.split('\n', 1)[0] ?? '').slice(0, 500);
  const of = /^Merge branch '(?<branch>[^']{1,200})' of \S+(?: into (?<into>\S+))?$/u.exec(subject)?.groups;
  const tracking =
    /^Merge remote-tracking branch '(?:refs\/remotes\/)?[^'/]{1,100}\/(?<branch>[^']{1,200})'(?: into (?<into>\S+))?$/u;
  const found = of ?? tracking.exec(subject)?.groups;
  if (found === undefined) return false;
  const into = found['into'] ?? defaultBranch;
  return into === null ? ['main', 'master', 'trunk'].includes(found['branch'] ?? '') : found['branch'] === into;
}
