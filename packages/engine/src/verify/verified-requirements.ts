// SPDX-License-Identifier: Apache-2.0
import type { VerifiedRequirement } from '@plumbline/core/state/verification-entry';
import type { TrustPolicy } from '@plumbline/core/verification/trust-policy';
import type { RequirementResult, Verification } from './verification.ts';

/** What is kept of a verification: each requirement of the policy, its outcome and why. */
export function verifiedRequirements(
  { requirements }: Verification,
  policy: TrustPolicy,
): readonly VerifiedRequirement[] {
  return requirements.map((result, at) => ({
    name: result.name,
    predicateType: policy.requirements[at]?.predicateType ?? null,
    outcome: result.outcome,
    because: becauseOf(result),
  }));
}

/** What an attempt failed on says more than that none was enough. */
function becauseOf({ because, outcome, attempts }: RequirementResult): string {
  const step = attempts[0]?.steps.find(
    (one) => one.outcome === (outcome === 'not-verified' ? 'failed' : 'not-checked'),
  );
  return outcome === 'verified' || step === undefined ? because : `${because}: ${step.because}`;
}
