// SPDX-License-Identifier: Apache-2.0
import type { GateDecision } from '@plumbline/core/gate/gate-decision';
import { canonicalJson } from '@plumbline/core/canonical-json';

export const statementType = 'https://in-toto.io/Statement/v1';
export const verificationSummaryType = 'https://slsa.dev/verification_summary/v1';

/** Who decided, by name and version; `uri` is the policy's own, where it is published. */
export type GateVerifier = { readonly version: string; readonly uri: string };

/**
 * The decision as an in-toto Statement v1 with a SLSA Verification Summary (v1): about the commit, by the digest of the policy.
 * The predicate knows only PASSED and FAILED, so that "could not assess" is FAILED there and told apart beside it (the
 * specification lets consumers ignore fields they do not know).
 */
export function renderGateStatement(decision: GateDecision, verifier: GateVerifier): string {
  const { subject, policy, outcome, asOf, rules, missing, runs, exceptions } = decision;
  const passed = outcome === 'passed';
  return `${canonicalJson({
    _type: statementType,
    subject: [{ uri: subject.uri, digest: { gitCommit: subject.commit } }],
    predicateType: verificationSummaryType,
    predicate: {
      verifier: { id: verifier.uri, version: { plumbline: verifier.version } },
      timeVerified: asOf,
      resourceUri: subject.uri,
      policy: { uri: policy.from, digest: { sha256: policy.digest.slice('sha256:'.length) } },
      inputAttestations: [],
      verificationResult: passed ? 'PASSED' : 'FAILED',
      verifiedLevels: passed ? ['PLUMBLINE_GATE_PASSED'] : [],
      slsaVersion: '1.1',
      plumbline: {
        outcome,
        base: subject.base,
        missing,
        rules: rules.map(({ rule, outcome: result, enforced, violations, excepted }) => ({
          rule,
          outcome: result,
          enforced,
          violations: violations.map(({ id }) => id),
          excepted: excepted.map(({ violation, exception }) => ({ id: violation.id, exception: exception.id })),
        })),
        exceptions: exceptions.map(({ id, outcome: state, approval }) => ({ id, outcome: state, approval })),
        tools: runs,
      },
    },
  })}\n`;
}
