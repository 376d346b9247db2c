// SPDX-License-Identifier: Apache-2.0
import { no, notApplicable, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import { percent } from '../../words/percent.ts';

const shareMin = 0.95;

// Doubtful case 9: presence in the commit object, reachable from the head, committed in the 365 days before it.
export const commitsSigned: Check = defineCheck({
  id: 'commits-signed',
  question: 'Do at least 95 % of the commits of the last 365 days carry a signature?',
  scope: 'repository',
  needs: ['git-history'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows:
      'Commit objects carry signatures. Those of bots and those that the forge made with its own key are shown apart.',
    doesNotShow:
      'Whether the signatures verify, and whose keys they are: `commit-signatures-verify` asks that, after `plumbline verify --commits`.',
    resolve: 'Assess a clone with its full history.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Let everybody sign: `git config commit.gpgSign true` with an SSH or OpenPGP key that the forge knows',
      'Require signed commits in the rules of the default branch',
    ],
  },
  answer({ 'git-history': item }) {
    if (item.state === 'absent') return notApplicable('There is no commit', [cite(item)]);
    const { window, windowFirstParent: line, windowDays } = item.fact;
    if (window.commits === 0) return notApplicable(`No commit in ${windowDays} days`, [cite(item)]);
    const measures = [
      { name: 'commits with a signature', value: window.signed, of: window.commits },
      { name: 'first-parent commits with a signature', value: line.signed, of: line.commits },
      { name: "signatures by the forge's own key", value: window.signedByForge, of: window.signed },
      { name: 'signatures by bots', value: window.signedByBots, of: window.signed },
    ];
    const because = `${window.signed} of ${window.commits} commits (${percent(window.signed, window.commits)}) are signed, ${window.signedByForge} by the forge, ${window.signedByBots} by bots; on the first-parent line ${percent(line.signed, line.commits)}`;
    return window.signed / window.commits >= shareMin
      ? yes(because, [cite(item)], measures)
      : no(because, [cite(item)], measures);
  },
});
