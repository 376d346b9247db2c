// SPDX-License-Identifier: Apache-2.0
import { renderVerificationSummary } from '@plumbline/formats/slsa/render-verification-summary';
import type { Verification } from './verification.ts';

export type SummaryContext = {
  readonly version: string;
  readonly policy: { readonly uri: string; readonly sha256: string };
  readonly files: readonly { readonly uri: string; readonly sha256: string }[];
};

/** The verification as a SLSA Verification Summary, with the level that can be stated and why that one. */
export function summarizeVerification(verification: Verification, { version, policy, files }: SummaryContext): string {
  const { artifact, asOf, outcome, level } = verification;
  return renderVerificationSummary({
    subject: { name: artifact.name, sha256: artifact.sha256 },
    verifier: { id: 'urn:plumbline:verify', version },
    timeVerified: asOf,
    resourceUri: artifact.name,
    policy,
    inputAttestations: files,
    passed: outcome === 'verified',
    verifiedLevels: [level.word],
    plumbline: { level: level.because },
  });
}
