// SPDX-License-Identifier: Apache-2.0
import type { TrustRequirement } from '@plumbline/core/verification/trust-policy';
import { verificationSteps } from '@plumbline/core/verification/verification-step';
import { countSigners } from './count-signers.ts';
import type { Attempt, RequirementResult } from './verification.ts';

/** Whether enough different signers fulfil a requirement. */
export function judgeRequirement(
  requirement: TrustRequirement,
  attempts: readonly Attempt[],
): Omit<RequirementResult, 'answered'> {
  const { name, threshold, level } = requirement;
  const verified = attempts.filter(({ outcome }) => outcome === 'verified');
  const undecided = attempts.filter(({ outcome }) => outcome === 'could-not-assess');
  const signers = countSigners(verified);
  const result = { name, level };
  if (signers >= threshold) {
    const because = signers === 1 ? 'one signer proves it' : `${signers} signers prove it`;
    return { ...result, outcome: 'verified', because, attempts: verified, others: attempts.length - verified.length };
  }
  const shown = signers > 0 ? verified : furthest(undecided.length > 0 ? undecided : attempts);
  const others = attempts.length - shown.length;
  if (countSigners([...verified, ...undecided]) >= threshold)
    return {
      ...result,
      outcome: 'could-not-assess',
      because: 'a proof that is needed is not there',
      attempts: shown,
      others,
    };
  const because =
    attempts.length === 0
      ? 'nothing that is signed was found'
      : signers > 0
        ? `${signers} of ${threshold} different signers prove it`
        : 'nothing that was found proves it';
  return { ...result, outcome: 'not-verified', because, attempts: shown, others };
}

/** The one that came furthest: what it failed on is what its reader wants to know. */
function furthest(attempts: readonly Attempt[]): readonly Attempt[] {
  const [best] = [...attempts].sort((a, b) => reached(b) - reached(a));
  return best === undefined ? [] : [best];
}

/** By how many steps passed, then by how late the first one is that failed. */
function reached({ steps }: Attempt): number {
  const passed = steps.filter(({ outcome }) => outcome === 'passed').length;
  const failed = steps.find(({ outcome }) => outcome === 'failed');
  return passed * verificationSteps.length + (failed === undefined ? 0 : verificationSteps.indexOf(failed.step));
}
