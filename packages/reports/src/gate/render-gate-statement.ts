// SPDX-License-Identifier: Apache-2.0
import type { GateDecision } from '@plumbline/core/gate/gate-decision';
import { renderVerificationSummary } from '@plumbline/formats/slsa/render-verification-summary';

/** Who decided, by name and version; `uri` is the policy's own, where it is published. */
export type GateVerifier = { readonly version: string; readonly uri: string };

/**
 * The decision as an in-toto Statement v1 with a SLSA Verification Summary (v1): about the commit, by the digest of the policy.
 * "Could not assess" is FAILED there and told apart beside it.
 */
export function renderGateStatement(decision: GateDecision, verifier: GateVerifier): string {
  const { subject, policy, outcome, asOf, rules, missing, runs, exceptions } = decision;
  return renderVerificationSummary({
    subject: { uri: subject.uri, digest: { gitCommit: subject.commit } },
    verifier: { id: verifier.uri, version: verifier.version },
    timeVerified: asOf,
    resourceUri: subject.uri,
    policy: { uri: policy.from, sha256: policy.digest.slice('sha256:'.length) },
    inputAttestations: [],
    passed: outcome === 'passed',
    verifiedLevels: ['PLUMBLINE_GATE_PASSED'],
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
  });
}
