// SPDX-License-Identifier: Apache-2.0
import type { OpenGitRange } from '@plumbline/adapters/verifiers/git-objects/open-git-range';
import type { Digest } from '@plumbline/core/digest';
import type { GitVerificationEntry } from '@plumbline/core/state/git-verification-entry';
import type { GitPolicy } from '@plumbline/core/verification/trust-policy';
import { rangeEvidence } from '@plumbline/engine/verify/git/range-evidence';
import type { RangeVerification } from '@plumbline/engine/verify/git/range-verification';
import { keepEvidence } from '../evidence/keep-evidence.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { VerifyRangeOptions } from './run-verify-range.ts';

export type RangeToRecord = {
  readonly verification: RangeVerification;
  readonly range: Pick<OpenGitRange, 'repository' | 'ends' | 'targets'>;
  readonly policy: GitPolicy;
  /** Of the file of the policy. */
  readonly digest: Digest;
};

/** Keeps what a verification of commits and tags showed, where the repository has a state or one is named. */
export async function recordRange(
  { verification, range: { repository, ends, targets }, policy, digest }: RangeToRecord,
  { state, repository: project = '.' }: Pick<VerifyRangeOptions, 'state' | 'repository'>,
  terminal: Terminal,
): Promise<void> {
  const entry: GitVerificationEntry = {
    schema: 1,
    verifiedAt: new Date().toISOString(),
    repository,
    policy: digest,
    ...rangeEvidence(verification, { range: policy.requirements.commits === null ? null : ends, targets }),
  };
  await keepEvidence('git-verifications', entry, { named: state, project }, terminal);
}
