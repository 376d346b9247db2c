// SPDX-License-Identifier: Apache-2.0
import type { RangeCommit, RangeTag } from '@plumbline/core/verification/git-object';
import { countOutcomes } from '@plumbline/core/verification/count-outcomes';
import type { GitPolicy } from '@plumbline/core/verification/trust-policy';
import type { VerificationOutcome } from '../verification.ts';
import { asksForTag, ruleOfCommit } from './git-rule.ts';
import { blankObject } from './blank-object.ts';
import { judgeGitObject } from './judge-git-object.ts';
import type { ObjectVerification, OutcomeCounts, RangeVerification, SignerCount } from './range-verification.ts';

export type VerifyRangeOptions = {
  /** What was asked for, as it was written. */
  readonly asked: string;
  readonly commits: AsyncIterable<RangeCommit>;
  readonly tags: AsyncIterable<RangeTag>;
  /** A tag that was asked for by its name, so that it counts whatever names the policy has. */
  readonly tag?: string;
  /** Commits whose parents are not in this clone. */
  readonly cutOffAt: readonly string[];
  readonly policy: GitPolicy;
  /** ISO instant in UTC. */
  readonly asOf: string;
};

/** Holds every commit and tag of a range against a policy. Nothing found is nothing verified. */
export async function verifyGitRange(options: VerifyRangeOptions): Promise<RangeVerification> {
  const { asked, policy, asOf, cutOffAt } = options;
  const commits = await judgeCommits(options);
  const tags = await judgeTags(options);
  const objects = [...commits, ...tags];
  const gaps = cutOffAt
    .slice(0, gapsMax)
    .map((id) => `the history behind ${id.slice(0, 12)} is not in this clone (git fetch --unshallow)`);
  const signers = policy.signers.map(({ name }) => signerCount(name, objects)).filter(({ valid }) => valid > 0);
  const counts = { commits: countsOf(commits), tags: countsOf(tags) };
  return { outcome: outcomeOf(objects, gaps), asked, asOf, gaps, ...counts, signers, objects };
}

const gapsMax = 20;

async function judgeCommits({ commits, policy, asOf }: VerifyRangeOptions): Promise<readonly ObjectVerification[]> {
  const judged: ObjectVerification[] = [];
  if (policy.requirements.commits === null) return judged;
  for await (const commit of commits) {
    const rule = ruleOfCommit(commit, policy.requirements);
    const { object } = commit;
    judged.push(await judgeGitObject({ type: 'commit', name: null, object }, { ...rule, policy, asOf }));
  }
  return judged;
}

async function judgeTags({ tags, tag, policy, asOf }: VerifyRangeOptions): Promise<readonly ObjectVerification[]> {
  const judged: ObjectVerification[] = [];
  const { requirements } = policy;
  if (requirements.tags === null) return judged;
  for await (const { name, object } of tags) {
    if (name !== tag && !asksForTag(name, requirements)) continue;
    const question = { role: 'tag', rule: requirements.tags, policy, asOf } as const;
    judged.push(
      object === null
        ? lightweightTag(name, requirements.tags.unsigned === 'accepted')
        : await judgeGitObject({ type: 'tag', name, object }, question),
    );
  }
  return judged;
}

const lightweightTag = (name: string, accepted: boolean): ObjectVerification => ({
  type: 'tag',
  objectId: null,
  name,
  role: 'tag',
  ...blankObject,
  outcome: 'unsigned',
  accepted,
  because: 'it is a lightweight tag: a name that anybody can move, with nothing that could be signed',
});

const signerCount = (signer: string, objects: readonly ObjectVerification[]): SignerCount => ({
  signer,
  valid: objects.filter(({ outcome, trusted }) => outcome === 'valid' && trusted === signer).length,
});

function countsOf(objects: readonly ObjectVerification[]): OutcomeCounts {
  const counts = countOutcomes(objects.map(({ outcome }) => outcome));
  return { ...counts, all: objects.length, accepted: objects.filter(({ accepted }) => accepted).length };
}

/** A failure outranks what could not be assessed. */
function outcomeOf(objects: readonly ObjectVerification[], gaps: readonly string[]): VerificationOutcome {
  const rejected = objects.filter(({ accepted }) => !accepted);
  if (objects.length === 0 || rejected.some(({ outcome }) => outcome !== 'could-not-assess')) return 'not-verified';
  return rejected.length > 0 || gaps.length > 0 ? 'could-not-assess' : 'verified';
}
