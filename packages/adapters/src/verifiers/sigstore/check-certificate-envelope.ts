// SPDX-License-Identifier: Apache-2.0
import { verify, X509Certificate } from 'node:crypto';
import type { SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { DsseEnvelope } from '@plumbline/formats/dsse/envelope';
import { preAuthenticationEncoding } from '@plumbline/formats/dsse/pre-authentication-encoding';
import { keyIdOf } from '../../platform/keys/key-id.ts';
import { refusedCheck } from '../refused-check.ts';

/**
 * An envelope with a certificate beside its signature and no proof of a log, as GitHub builders wrote before bundles. The
 * signature can be checked; that its short-lived certificate counted at that moment cannot without asking the log.
 */
export function checkCertificateEnvelope({ payloadType, payload, signatures }: DsseEnvelope): SignatureCheck {
  const message = preAuthenticationEncoding(payloadType, payload);
  for (const { signature, certificate } of signatures) {
    const key = certificate === null ? null : keyOf(certificate);
    if (key === null || key.asymmetricKeyType !== 'ec' || !verify('sha256', message, key, signature)) continue;
    return {
      outcome: 'undecided',
      steps: [
        { step: 'signature', outcome: 'passed', because: 'the signature is of the certificate beside it' },
        {
          step: 'log',
          outcome: 'not-checked',
          because:
            'the file holds no entry of a transparency log, so whether its certificate counted when it was used cannot be seen offline; ask for a Sigstore bundle, which holds it',
        },
      ],
      signer: { keyId: keyIdOf(key), issuer: null, subjects: [] },
      signedAt: null,
    };
  }
  if (signatures.every(({ certificate }) => certificate === null))
    return refusedCheck('form', 'it holds no certificate, so a key made its signature and no identity of Sigstore');
  return refusedCheck('signature', 'no signature of the envelope is good under a certificate that stands beside it');
}

function keyOf(certificate: string): X509Certificate['publicKey'] | null {
  try {
    return new X509Certificate(certificate).publicKey;
  } catch {
    return null; // no certificate that can be read: nothing that could have signed
  }
}
