// SPDX-License-Identifier: Apache-2.0
import type { Artifact, SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { TrustedSigner, TrustPolicy, TrustRequirement } from '@plumbline/core/verification/trust-policy';
import type { SignedCandidate } from '@plumbline/formats/sigstore/signed-candidate';
import { attemptOf } from './attempt-of.ts';
import { judgeRequirement } from './judge-requirement.ts';
import type { Attempt, RequirementResult, Verification, VerificationOutcome } from './verification.ts';

/** The port to cryptography. */
export type CheckSignature = (
  candidate: SignedCandidate,
  signer: TrustedSigner,
  artifact: Artifact,
) => Promise<SignatureCheck>;

export type VerifyOptions = {
  readonly artifact: Artifact;
  readonly candidates: readonly SignedCandidate[];
  readonly policy: TrustPolicy;
  /** ISO instant in UTC: at which keys whose time of signing is not proved are judged. */
  readonly asOf: string;
  readonly checkSignature: CheckSignature;
};

/**
 * Holds everything that was signed about an artifact against a trust policy. Each requirement is fulfilled by what proves it; what
 * proves nothing takes nothing away, so that leaving a file out never turns a refusal into a pass.
 */
export async function verifyArtifact(options: VerifyOptions): Promise<Verification> {
  const { artifact, policy, asOf } = options;
  const checked = rememberingChecks(options);
  const requirements: RequirementResult[] = [];
  for (const requirement of policy.requirements)
    requirements.push(judgeRequirement(requirement, await attemptsOf(requirement, options, checked)));
  return {
    outcome: worst(requirements.map(({ outcome }) => outcome)),
    artifact: { name: artifact.name, sha256: artifact.sha256 },
    asOf,
    requirements,
  };
}

async function attemptsOf(
  requirement: TrustRequirement,
  { artifact, candidates, policy, asOf }: VerifyOptions,
  checked: (candidate: SignedCandidate, signer: TrustedSigner) => Promise<SignatureCheck>,
): Promise<readonly Attempt[]> {
  const signers = policy.signers.filter(({ name }) => requirement.signers.includes(name));
  const attempts: Attempt[] = [];
  for (const candidate of candidates)
    for (const signer of signers)
      attempts.push(
        attemptOf({ candidate, signer, check: await checked(candidate, signer) }, { artifact, requirement, asOf }),
      );
  return attempts;
}

/** A candidate is checked once for each signer, however many requirements ask. */
function rememberingChecks({
  artifact,
  checkSignature,
}: VerifyOptions): (candidate: SignedCandidate, signer: TrustedSigner) => Promise<SignatureCheck> {
  const known = new Map<SignedCandidate, Map<TrustedSigner, Promise<SignatureCheck>>>();
  return (candidate, signer) => {
    const ofCandidate = known.get(candidate) ?? new Map<TrustedSigner, Promise<SignatureCheck>>();
    known.set(candidate, ofCandidate);
    const check = ofCandidate.get(signer) ?? checkSignature(candidate, signer, artifact);
    ofCandidate.set(signer, check);
    return check;
  };
}

/** A failure outranks what could not be assessed. Nothing asked is nothing verified. */
function worst(outcomes: readonly VerificationOutcome[]): VerificationOutcome {
  if (outcomes.length === 0 || outcomes.includes('not-verified')) return 'not-verified';
  return outcomes.includes('could-not-assess') ? 'could-not-assess' : 'verified';
}
