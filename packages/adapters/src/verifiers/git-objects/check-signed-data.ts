// SPDX-License-Identifier: Apache-2.0
import { createHash, verify } from 'node:crypto';
import type { SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { SigstoreSigner } from '@plumbline/core/verification/trust-policy';
import type { GitSignedData } from '@plumbline/formats/cms/read-git-signed-data';
import { bundleOfSignedData } from '@plumbline/formats/sigstore/bundle-of-signed-data';
import { readCertificate } from '../../platform/certificates/certificate.ts';
import { keyIdOf } from '../../platform/keys/key-id.ts';
import { messageOf } from '../../platform/keys/read-whole.ts';
import { refusedCheck, undecidedCheck } from '../refused-check.ts';
import { checkBundle } from '../sigstore/check-bundle.ts';

/** Whether gitsign's signature over a commit or tag proves that this signer made it. */
export async function checkSignedData(
  signed: GitSignedData,
  signer: SigstoreSigner,
  payload: Uint8Array,
): Promise<SignatureCheck> {
  if (Buffer.compare(createHash('sha256').update(payload).digest(), signed.messageDigest) !== 0)
    return refusedCheck(
      'signature',
      'it was made over another object: the digest that is signed is not that of this one',
    );
  const statedAt = signed.signingTime === null ? {} : { statedAt: signed.signingTime };
  if (signed.logEntry === null && signed.timestamps.length === 0) return { ...withoutProof(signed), ...statedAt };
  const made = bundleOfSignedData(signed);
  if ('unsupported' in made) return undecidedCheck('log', made.unsupported);
  const attributes = signed.signedAttributes;
  const artifact = {
    name: 'signed attributes',
    sha256: createHash('sha256').update(attributes).digest('hex'),
    content: messageOf(attributes),
  };
  const candidate = { kind: 'bundle', bundle: made.bundle, envelope: null, file: '', place: 1 } as const;
  const check = await checkBundle(candidate, signer, artifact);
  // That the bundle is over the attributes is how it was made here, and nothing that a reader asks.
  return { ...check, ...statedAt, steps: check.steps.filter(({ step }) => step !== 'artifact') };
}

/** The signature can be checked; that its certificate, which lived for ten minutes, counted then cannot. */
function withoutProof({ certificate, signedAttributes, value }: GitSignedData): SignatureCheck {
  const key = readCertificate(certificate)?.x509.publicKey;
  if (key?.asymmetricKeyType !== 'ec' || !verify('sha256', signedAttributes, key, value))
    return refusedCheck('signature', 'it is no signature of the certificate that it holds');
  return {
    outcome: 'undecided',
    steps: [
      { step: 'signature', outcome: 'passed', because: 'the signature is of the certificate in it' },
      {
        step: 'log',
        outcome: 'not-checked',
        because:
          'it holds no entry of the transparency log and no timestamp, so that it is not proved that its certificate, long expired, was in force: sign with gitsign.rekorMode=offline',
      },
    ],
    signer: { keyId: keyIdOf(key), issuer: null, subjects: [] },
    signedAt: null,
  };
}
