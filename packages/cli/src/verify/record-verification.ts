// SPDX-License-Identifier: Apache-2.0
import type { VerificationEntry } from '@plumbline/core/state/verification-entry';
import type { Verification } from '@plumbline/engine/verify/verification';
import { verifiedRequirements } from '@plumbline/engine/verify/verified-requirements';
import { keepEvidence } from '../evidence/keep-evidence.ts';
import type { TrustFile } from '../options/read-trust-file.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Keeps what a verification showed, where the project around has a state or one is named; elsewhere nothing is kept. */
export async function recordVerification(
  verification: Verification,
  { policy, digest }: TrustFile,
  named: string | undefined,
  terminal: Terminal,
): Promise<void> {
  const entry: VerificationEntry = {
    schema: 1,
    verifiedAt: new Date().toISOString(),
    artifact: verification.artifact,
    policy: digest,
    outcome: verification.outcome,
    requirements: verifiedRequirements(verification, policy).map((requirement, at) => ({
      ...requirement,
      // Who verifies a copy without its signatures or its provenance has seen nothing that says no of the release.
      outcome: verification.requirements[at]?.answered === false ? 'could-not-assess' : requirement.outcome,
    })),
  };
  await keepEvidence('verifications', entry, { named }, terminal);
}
