// SPDX-License-Identifier: Apache-2.0
import type { SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { TrustedSigner, TrustRequirement } from '@plumbline/core/verification/trust-policy';
import type { VerificationStep, VerificationStepId } from '@plumbline/core/verification/verification-step';
import { isDocumentType } from '@plumbline/formats/in-toto/document-types';
import type { Statement } from '@plumbline/formats/in-toto/read-statement';
import type { SignedCandidate } from '@plumbline/formats/sigstore/signed-candidate';
import { judgeIdentity } from './judge-identity.ts';
import { judgeKeyPeriod } from './judge-key-period.ts';
import type { DocumentQuestion, JudgedDocument } from './judge-document.ts';
import { judgeProvenance } from './judge-provenance.ts';
import { judgeStatement } from './judge-statement.ts';
import { judgeSummary } from './judge-summary.ts';
import { orderedSteps } from './ordered-steps.ts';
import type { Attempt, VerificationOutcome } from './verification.ts';

type Checked = {
  readonly candidate: SignedCandidate;
  readonly signer: TrustedSigner;
  readonly check: SignatureCheck;
};

/** Everything that is asked of one candidate: what cryptography said, then who signed, when, and what is stated. */
export async function attemptOf({ candidate, signer, check }: Checked, question: DocumentQuestion): Promise<Attempt> {
  const { file, place } = candidate;
  const attempt = { file, place, trusted: signer.name, signer: check.signer, signedAt: check.signedAt };
  const refused = { ...attempt, outcome: 'not-verified', statement: null, bill: null } as const;
  if (check.outcome === 'invalid') return { ...refused, steps: orderedSteps(check.steps) };
  const { artifact, requirement, asOf } = question;
  const { statement, steps: stated } = judgeStatement(candidate, artifact, requirement.predicateType);
  const about = [
    ...check.steps,
    ...judgeIdentity(signer, check),
    ...judgeKeyPeriod(signer, check, asOf),
    ...stated,
    ...judgeProvenance(statement, requirement.expectations),
    ...judgeSummary(statement, requirement),
  ];
  // Documents that somebody else signed, or signed about something else, are not read: that costs time and shows nothing.
  if (about.some((step) => step.outcome === 'failed')) return { ...refused, steps: orderedSteps(about), statement };
  const { steps, bill } = mayCarryDocument(statement, requirement)
    ? await (await import('./judge-document.ts')).judgeDocument(statement, question)
    : nothing;
  const all = orderedSteps([...about, ...steps]);
  return { ...attempt, outcome: outcomeOf(check, all, requirement), steps: all, statement, bill };
}

const nothing: JudgedDocument = { steps: [], bill: null };

/** The readers of documents are loaded where there may be one: they are larger than all else that verifies. */
function mayCarryDocument(statement: Statement | null, { bill, vex, predicateType }: TrustRequirement): boolean {
  return (
    bill !== undefined ||
    vex !== undefined ||
    (statement !== null && statement.predicateType === predicateType && isDocumentType(predicateType))
  );
}

function outcomeOf(
  { outcome }: SignatureCheck,
  steps: readonly VerificationStep[],
  { bill }: TrustRequirement,
): VerificationOutcome {
  if (steps.some((step) => step.outcome === 'failed')) return 'not-verified';
  const needed: readonly VerificationStepId[] =
    bill?.content === 'required' ? ['artifact', 'sbom-content'] : ['artifact'];
  const isOpen = steps.some(({ step, outcome: how }) => how === 'not-checked' && needed.includes(step));
  return outcome === 'undecided' || isOpen ? 'could-not-assess' : 'verified';
}
