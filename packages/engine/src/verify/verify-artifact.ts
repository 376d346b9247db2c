// SPDX-License-Identifier: Apache-2.0
import type { Artifact, SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { TrustedSigner, TrustPolicy, TrustRequirement } from '@plumbline/core/verification/trust-policy';
import { isOfType, vexTypes } from '@plumbline/formats/in-toto/document-types';
import type { SignedCandidate } from '@plumbline/formats/sigstore/signed-candidate';
import { attemptOf } from './attempt-of.ts';
import type { ContentsReading } from './judge-bill.ts';
import type { NamedBill } from './judge-beside-bill.ts';
import { judgeRequirement } from './judge-requirement.ts';
import { levelOf } from './level-of.ts';
import { isOfKind } from './statement-of.ts';
import type { Attempt, BesideBill, RequirementResult, Verification, VerificationOutcome } from './verification.ts';
import type { KnownVulnerabilities, VexSource } from './vex/vex-report.ts';

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
  /** What is inside the artifact; asked when something has to be compared with it. Left out: that cannot be seen. */
  readonly contents?: () => Promise<ContentsReading>;
  /** Bills of materials that lie beside the attestations. */
  readonly bills?: readonly NamedBill[];
  /** Statements about vulnerabilities that lie beside them. */
  readonly vex?: readonly VexSource[];
  /** What advisories say of package URLs; null: there are none on this machine. */
  readonly advisories?: (purls: readonly string[]) => Promise<KnownVulnerabilities | null>;
};

/**
 * Holds everything that was signed about an artifact against a trust policy. Each requirement is fulfilled by what proves it; what
 * proves nothing takes nothing away, so that leaving a file out never turns a refusal into a pass. A bill of materials beside it
 * can fail the whole and proves nothing; what is said of vulnerabilities is reported, and nothing is concluded of it.
 */
export async function verifyArtifact(options: VerifyOptions): Promise<Verification> {
  const { artifact, policy, asOf } = options;
  const looking: Looking = { options, checked: rememberingChecks(options), contents: readingOnce(options) };
  const requirements: RequirementResult[] = [];
  for (const requirement of policy.requirements)
    requirements.push({
      ...judgeRequirement(requirement, await attemptsOf(requirement, looking)),
      answered: options.candidates.some((candidate) => isOfKind(candidate, requirement.predicateType)),
    });
  const bills: BesideBill[] = [];
  for (const bill of options.bills ?? [])
    bills.push(await (await import('./judge-beside-bill.ts')).judgeBesideBill(bill, artifact, looking.contents));
  // Nothing asked is nothing verified, whatever bills say.
  const outcomes = requirements.map(({ outcome }) => outcome);
  return {
    outcome: outcomes.length === 0 ? 'not-verified' : worst([...outcomes, ...bills.map(({ outcome }) => outcome)]),
    artifact: { name: artifact.name, sha256: artifact.sha256 },
    asOf,
    requirements,
    level: levelOf(requirements),
    bills,
    vex: hasVex(requirements, options)
      ? await (await import('./vex/vex-of.ts')).vexOf(requirements, options, looking.contents)
      : null,
  };
}

/** Whether anybody said anything about vulnerabilities, beside the artifact or in what is verified of it. */
function hasVex(requirements: readonly RequirementResult[], { vex = [] }: VerifyOptions): boolean {
  const stated = requirements.flatMap(({ attempts }) => attempts.flatMap(({ statement }) => statement ?? []));
  return vex.length > 0 || stated.some(({ predicateType }) => isOfType(predicateType, vexTypes));
}

type Looking = {
  readonly options: VerifyOptions;
  readonly checked: (candidate: SignedCandidate, signer: TrustedSigner) => Promise<SignatureCheck>;
  readonly contents: () => Promise<ContentsReading>;
};

async function attemptsOf(
  requirement: TrustRequirement,
  { options: { artifact, candidates, policy, asOf }, checked, contents }: Looking,
): Promise<readonly Attempt[]> {
  const signers = policy.signers.filter(({ name }) => requirement.signers.includes(name));
  const question = { artifact, requirement, asOf, contents };
  const attempts: Attempt[] = [];
  for (const candidate of candidates)
    for (const signer of signers)
      attempts.push(await attemptOf({ candidate, signer, check: await checked(candidate, signer) }, question));
  return attempts;
}

function readingOnce({ contents }: VerifyOptions): () => Promise<ContentsReading> {
  let reading: Promise<ContentsReading> | null = null;
  return () => {
    reading ??= contents?.() ?? Promise.resolve({ state: 'unavailable', because: 'nobody looked inside the artifact' });
    return reading;
  };
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

/** A failure outranks what could not be assessed. */
function worst(outcomes: readonly VerificationOutcome[]): VerificationOutcome {
  if (outcomes.includes('not-verified')) return 'not-verified';
  return outcomes.includes('could-not-assess') ? 'could-not-assess' : 'verified';
}
