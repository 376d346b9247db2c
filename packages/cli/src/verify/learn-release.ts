// SPDX-License-Identifier: Apache-2.0
import { writeFileAtomically } from '@plumbline/adapters/platform/files/write-file-atomically';
import { renderTrustPolicy } from '@plumbline/adapters/trust-policy/render-trust-policy';
import type { TrustPolicy } from '@plumbline/core/verification/trust-policy';
import { learnPolicy } from '@plumbline/engine/verify/learn-policy';
import type { Verification } from '@plumbline/engine/verify/verification';
import type { Terminal } from '../terminal/terminal.ts';

/** Writes the policy with what a release states frozen into it. Only what is verified is worth learning from. */
export async function learnRelease(
  verification: Verification,
  policy: TrustPolicy,
  path: string,
  terminal: Terminal,
): Promise<void> {
  if (verification.outcome !== 'verified') {
    terminal.message(`nothing was learned: the artifact is not verified, so ${path} is not written`);
    return;
  }
  const learned = learnPolicy(policy, verification);
  await writeFileAtomically(path, renderTrustPolicy(learned, path));
  const isSame = learned.requirements.every((requirement, index) => requirement === policy.requirements[index]);
  terminal.message(
    isSame
      ? `nothing was learned: no statement was verified that says how it was made, so ${path} asks what the policy asked`
      : `learned from this release: ${path}`,
  );
}
