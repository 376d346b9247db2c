// SPDX-License-Identifier: Apache-2.0
import type { SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { TrustedSigner } from '@plumbline/core/verification/trust-policy';
import type { VerificationStep } from '@plumbline/core/verification/verification-step';
import { matchesPattern } from './matches-pattern.ts';

/**
 * Whether who signed is who the policy trusts. A key is its own identity; the keys of OpenPGP are named one by one, so that having
 * signed is being trusted, with or without a user.
 */
export function judgeIdentity(
  signer: TrustedSigner,
  { signer: proven, outcome }: SignatureCheck,
): readonly VerificationStep[] {
  if (signer.kind === 'key') return [];
  if (
    proven === null ||
    (proven.subjects.length === 0 && signer.kind !== 'openpgp') ||
    (signer.kind === 'sigstore' && proven.issuer === null)
  )
    // Where the proofs of it are whole and name nobody, no more can come that would.
    return [
      {
        step: 'identity',
        outcome: outcome === 'valid' ? 'failed' : 'not-checked',
        because: 'who signed is not proved',
      },
    ];
  const subject = proven.subjects.join(', ');
  if (signer.kind === 'openpgp')
    return [step(true, `signed by ${subject === '' ? `a key of ${signer.name}` : subject}`, '')];
  if (signer.kind === 'ssh') {
    const fits = proven.subjects.some((principal) => matchesPattern(principal, signer.principal));
    return [step(fits, `signed by ${subject}`, `only principals ${signer.principal} are trusted`)];
  }
  const issuer = proven.issuer ?? '';
  if (!matchesPattern(issuer, signer.issuer))
    return [
      step(
        false,
        `${issuer === '' ? 'nobody' : issuer} vouches for the identity`,
        `only ${signer.issuer} is trusted to`,
      ),
    ];
  const fits = proven.subjects.some((name) => matchesPattern(name, signer.subject));
  return [step(fits, `signed by ${subject}, for whom ${issuer} vouches`, `only ${signer.subject} is trusted`)];
}

const step = (fits: boolean, seen: string, wanted: string): VerificationStep => ({
  step: 'identity',
  outcome: fits ? 'passed' : 'failed',
  because: fits ? seen : `${seen}; ${wanted}`,
});
