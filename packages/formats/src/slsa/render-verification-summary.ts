// SPDX-License-Identifier: Apache-2.0
import { renderStatement, type StatementSubject } from '../in-toto/render-statement.ts';
import { decodeUtf8 } from '../json/decode-utf8.ts';
import { verificationSummaryType } from './verification-summary.ts';

export type RenderedSummary = {
  readonly subject: StatementSubject;
  readonly verifier: { readonly id: string; readonly version: string };
  /** ISO instant in UTC. */
  readonly timeVerified: string;
  readonly resourceUri: string;
  readonly policy: { readonly uri: string; readonly sha256: string };
  readonly inputAttestations: readonly { readonly uri: string; readonly sha256: string }[];
  /** The format knows only PASSED and FAILED, so that what could not be assessed did not pass. */
  readonly passed: boolean;
  /** `SLSA_BUILD_LEVEL_n`, or words of the verifier's own; none are written when it did not pass. */
  readonly verifiedLevels: readonly string[];
  /** What SLSA does not know: its consumers pass over fields that they do not know. */
  readonly plumbline?: object;
};

/** A SLSA Verification Summary v1 (https://slsa.dev/spec/v1.1/verification_summary) as a text of one line. */
export function renderVerificationSummary(summary: RenderedSummary): string {
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
    plumbline: summary.plumbline,
  });
  return `${decodeUtf8(bytes)}\n`;
}
