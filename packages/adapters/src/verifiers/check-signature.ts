// SPDX-License-Identifier: Apache-2.0
import type { Artifact, SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { TrustedSigner } from '@plumbline/core/verification/trust-policy';
import type { SignedCandidate } from '@plumbline/formats/sigstore/signed-candidate';
import { checkEnvelope } from './keys/check-envelope.ts';
import { checkRawSignature } from './keys/check-raw-signature.ts';
import { refusedCheck } from './refused-check.ts';
import { checkCertificateEnvelope } from './sigstore/check-certificate-envelope.ts';
import { checkSshSignature } from './ssh/check-ssh-signature.ts';

/** What cryptography says of a candidate, asked whether this signer made it for this artifact. Never throws on content. */
export async function checkSignature(
  candidate: SignedCandidate,
  signer: TrustedSigner,
  artifact: Artifact,
): Promise<SignatureCheck> {
  const check = await checkCandidate(candidate, signer, artifact);
  if (signer.kind === 'sigstore' || candidate.timestamps === undefined) return check;
  const { withTimestamps } = await import('./timestamp/with-timestamps.ts');
  return withTimestamps(check, candidate.timestamps, { signer, artifact });
}

async function checkCandidate(
  candidate: SignedCandidate,
  signer: TrustedSigner,
  artifact: Artifact,
): Promise<SignatureCheck> {
  if (candidate.kind === 'unusable') return refusedCheck('form', candidate.because);
  if (candidate.kind === 'bundle') {
    if (signer.kind !== 'sigstore' && signer.kind !== 'key') return otherKind('a Sigstore bundle');
    // Its libraries take longer to load than most signatures to check.
    const { checkBundle } = await import('./sigstore/check-bundle.ts');
    return checkBundle(candidate, signer, artifact);
  }
  // Or a stolen key could do without the log by writing another form.
  if (signer.kind === 'key' && signer.logRequired && unlogged.has(candidate.kind))
    return refusedCheck('log', 'this form has no place for an entry of a log, and the trust policy asks for one');
  if (candidate.kind === 'envelope') {
    if (signer.kind === 'key') return checkEnvelope(candidate.envelope, signer);
    return signer.kind === 'sigstore' ? checkCertificateEnvelope(candidate.envelope) : otherKind('a DSSE envelope');
  }
  if (candidate.kind === 'raw-signature')
    return signer.kind === 'key'
      ? checkRawSignature(candidate.signature, signer, artifact)
      : otherKind('a plain signature');
  if (candidate.kind === 'openpgp-signature')
    return signer.kind === 'openpgp'
      ? (await import('./openpgp/check-openpgp-signature.ts')).checkOpenPgpSignature(candidate.parsed, signer, artifact)
      : otherKind('an OpenPGP signature');
  return signer.kind === 'ssh'
    ? checkSshSignature(candidate.signature, signer, artifact)
    : otherKind('an SSH signature');
}

const unlogged: ReadonlySet<SignedCandidate['kind']> = new Set(['envelope', 'raw-signature']);

const otherKind = (what: string): SignatureCheck => refusedCheck('form', `${what}, which this signer does not make`);
