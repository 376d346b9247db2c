// SPDX-License-Identifier: Apache-2.0
import { renderVerificationSummary } from '@plumbline/formats/slsa/render-verification-summary';
import { readProvenance } from '@plumbline/formats/slsa/read-provenance';
import type { RequirementResult, Verification } from './verification.ts';

export type SummaryContext = {
  readonly version: string;
  readonly policy: { readonly uri: string; readonly sha256: string };
  readonly files: readonly { readonly uri: string; readonly sha256: string }[];
};

/**
 * The verification as a SLSA Verification Summary. A level above 1 is stated only where the policy trusts signers and builder up
 * to it: provenance cannot vouch for its own builder.
 */
export function summarizeVerification(verification: Verification, { version, policy, files }: SummaryContext): string {
  const { artifact, asOf, outcome, requirements } = verification;
  return renderVerificationSummary({
    subject: { name: artifact.name, sha256: artifact.sha256 },
    verifier: { id: 'urn:plumbline:verify', version },
    timeVerified: asOf,
    resourceUri: artifact.name,
    policy,
    inputAttestations: files,
    passed: outcome === 'verified',
    verifiedLevels: [levelOf(requirements)],
  });
}

/** https://slsa.dev/spec/v1.1/verification_summary#SlsaResult */
function levelOf(requirements: readonly RequirementResult[]): string {
  const levels = requirements.flatMap(({ outcome, level, attempts }) => {
    const hasProvenance = attempts.some(({ statement }) => statement !== null && readProvenance(statement) !== null);
    return outcome === 'verified' && hasProvenance ? [level ?? 1] : [];
  });
  return levels.length === 0 ? 'SLSA_BUILD_LEVEL_UNEVALUATED' : `SLSA_BUILD_LEVEL_${Math.max(...levels)}`;
}
