// SPDX-License-Identifier: Apache-2.0
import type { Answer } from '@plumbline/core/answers/answer';
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import type { Evidence } from '@plumbline/core/evidence/evidence';
import type { CommitSignatures } from '@plumbline/core/facts/git-signatures';
import { percent } from '../../words/percent.ts';

const shareMin = 0.95;
const resolve =
  'Run plumbline verify --commits FROM..HEAD --trust trust.yaml in the project, with a FROM that is older than a year (or HEAD alone)';

// Doubtful case 9 says which commits count, and how many of them: as for `commits-signed`. A bad signature is a no by itself.
export const commitSignaturesVerify: Check = defineCheck({
  id: 'commit-signatures-verify',
  question:
    'Do the signatures of at least 95 % of the commits of the last 365 days verify against a trust policy, and is none bad?',
  scope: 'repository',
  needs: ['git-signatures'],
  strength: 'tested',
  automation: 'automatic',
  guide: {
    shows:
      '`plumbline verify --commits` looked at every commit of the year up to the assessed one, against one trust policy: nearly all are signed by somebody whom it names, and none by somebody who only pretends to be. Those of bots, and what the forge committed itself, are shown apart.',
    doesNotShow:
      'Whether the trust policy is the right one, who pressed the button where it trusts the key of the forge, and when a commit was signed in truth.',
    resolve:
      'Verify the commits of the year: `plumbline verify --commits FROM..HEAD --trust trust.yaml`, in the project or with --state. Ranges that follow each other add up while the policy stays the same.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Say in the trust policy who may sign commits (`git: { commits: … }`), the forge and the bots by rules of their own',
      'Verify what is new on every push to the default branch: plumbline verify --commits FROM..HEAD --trust trust.yaml',
      'Treat a signature that does not verify as forged until its maker has explained it',
    ],
    after: ['commits-signed'],
  },
  answer({ 'git-signatures': item }) {
    const commits = item.state === 'absent' ? null : item.fact.commits;
    if (commits === null)
      return unknown('No verification of the commits up to the assessed one is kept here', resolve, [cite(item)]);
    if (commits.commits === 0) return notApplicable('There was no commit in a year', [cite(item)]);
    return judge(item, commits);
  },
});

function judge(item: Evidence, verified: CommitSignatures): Answer {
  const { commits: all, people, bots, validByForge, notLookedAt, notValid, verifiedAt } = verified;
  const valid = people.valid + bots.valid;
  const invalid = people.invalid + bots.invalid;
  const open = notLookedAt + people['could-not-assess'] + bots['could-not-assess'];
  const measures = [
    { name: 'commits whose signature verifies', value: valid, of: all },
    { name: "commits of the forge's own among them", value: validByForge, of: valid },
    { name: 'commits by bots among them', value: bots.valid, of: valid },
  ];
  const because = `The signatures of ${valid} of ${all} commits (${percent(valid, all)}) verify, ${validByForge} committed by the forge, ${bots.valid} by bots, as last verified on ${verifiedAt.slice(0, 10)}`;
  const places = citeAll(
    item,
    notValid.map(({ commit, outcome }) => `commit ${commit.slice(0, 12)} (${outcome})`),
  );
  if (invalid > 0) return no(`${because}; ${invalid} ${invalid === 1 ? 'is' : 'are'} bad`, places, measures);
  const others = `${people.untrusted + bots.untrusted} are of nobody trusted, ${people.unsigned + bots.unsigned} unsigned`;
  if ((valid + open) / all < shareMin) return no(`${because}; ${others}`, places, measures);
  if (open > 0)
    return unknown(`${because}; ${open} could not be assessed or were not looked at`, resolve, places, measures);
  return yes(because, [cite(item)], measures);
}
