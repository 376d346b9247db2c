// SPDX-License-Identifier: Apache-2.0
import type { Artifact, SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { TrustedSigner, TrustRequirement } from '@plumbline/core/verification/trust-policy';
import { type VerificationStep, verificationSteps } from '@plumbline/core/verification/verification-step';
import type { SignedCandidate } from '@plumbline/formats/sigstore/signed-candidate';
import { judgeIdentity } from './judge-identity.ts';
import { judgeKeyPeriod } from './judge-key-period.ts';
import { judgeProvenance } from './judge-provenance.ts';
import { judgeStatement } from './judge-statement.ts';
import type { Attempt, VerificationOutcome } from './verification.ts';

type Checked = {
  readonly candidate: SignedCandidate;
  readonly signer: TrustedSigner;
  readonly check: SignatureCheck;
};

type Question = { readonly artifact: Artifact; readonly requirement: TrustRequirement; readonly asOf: string };

/** Everything that is asked of one candidate: what cryptography said, then who signed, when, and what is stated. */
export function attemptOf({ candidate, signer, check }: Checked, question: Question): Attempt {
  const { file, place } = candidate;
  const attempt = { file, place, trusted: signer.name, signer: check.signer, signedAt: check.signedAt };
  if (check.outcome === 'invalid')
    return { ...attempt, outcome: 'not-verified', steps: ordered(check.steps), statement: null };
  const { artifact, requirement, asOf } = question;
  const stated = judgeStatement(candidate, artifact, requirement.predicateType);
  const steps = [
    ...check.steps,
    ...judgeIdentity(signer, check),
    ...judgeKeyPeriod(signer, check, asOf),
    ...stated.steps,
    ...judgeProvenance(stated.statement, requirement.expectations),
  ];
  return { ...attempt, outcome: outcomeOf(check, steps), steps: ordered(steps), statement: stated.statement };
}

function outcomeOf({ outcome }: SignatureCheck, steps: readonly VerificationStep[]): VerificationOutcome {
  if (steps.some((step) => step.outcome === 'failed')) return 'not-verified';
  const isOpen = steps.some((step) => step.step === 'artifact' && step.outcome === 'not-checked');
  return outcome === 'undecided' || isOpen ? 'could-not-assess' : 'verified';
}

const ordered = (steps: readonly VerificationStep[]): readonly VerificationStep[] =>
  [...steps].sort((a, b) => verificationSteps.indexOf(a.step) - verificationSteps.indexOf(b.step));
