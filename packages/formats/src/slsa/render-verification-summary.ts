// SPDX-License-Identifier: Apache-2.0
import { renderStatement, type StatementSubject } from '../in-toto/render-statement.ts';
import { decodeUtf8 } from '../json/decode-utf8.ts';

export const verificationSummaryType = 'https://slsa.dev/verification_summary/v1';

export type VerificationSummary = {
  readonly subject: StatementSubject;
  readonly verifier: { readonly id: string; readonly version: string };
  /** ISO instant in UTC. */
  readonly timeVerified: string;
  readonly resourceUri: string;
  readonly policy: { readonly uri: string; readonly sha256: string };
  readonly inputAttestations: readonly { readonly uri: string; readonly sha256: string }[];
  readonly passed: boolean;
  /** `SLSA_BUILD_LEVEL_n`; none when it did not pass. */
  readonly verifiedLevels: readonly string[];
};

/** A SLSA Verification Summary v1 (https://slsa.dev/spec/v1.1/verification_summary) as a text of one line. */
export function renderVerificationSummary(summary: VerificationSummary): string {
  const { subject, verifier, timeVerified, resourceUri, policy, inputAttestations, passed, verifiedLevels } = summary;
  const bytes = renderStatement([subject], verificationSummaryType, {
    verifier: { id: verifier.id, version: { plumbline: verifier.version } },
    timeVerified,
    resourceUri,
    policy: { uri: policy.uri, digest: { sha256: policy.sha256 } },
    inputAttestations: inputAttestations.map(({ uri, sha256 }) => ({ uri, digest: { sha256 } })),
    verificationResult: passed ? 'PASSED' : 'FAILED',
    verifiedLevels: passed ? verifiedLevels : [],
    slsaVersion: '1.1',
  });
  return `${decodeUtf8(bytes)}\n`;
}
