// SPDX-License-Identifier: Apache-2.0
import { createPublicKey, type KeyObject, sign } from 'node:crypto';
import { PlumblineError } from '@plumbline/core/errors';
import { at, textsOf } from '@plumbline/formats/json/json-fields';
import { strictJsonValue } from '@plumbline/formats/json/strict-json-value';
import { type CertificateIdentity, certificateIdentity } from '@plumbline/formats/x509/certificate-identity';
import { type Certificate, readCertificates } from '../../platform/certificates/certificate.ts';
import { askService, serviceFault } from '../../platform/http/ask-service.ts';
import { keyIdOf } from '../../platform/keys/key-id.ts';
import { publicKeyPem } from '../../platform/keys/public-key-pem.ts';
import { wordsOf } from './words-of.ts';
import type { IdentityToken } from './identity-token.ts';

export type IssuedCertificate = { readonly certificate: Certificate; readonly identity: CertificateIdentity };

const service = 'the certificate authority';

/**
 * Has a certificate authority (Fulcio, API v2) bind a key to the identity of a token. The token goes nowhere else. Throws
 * `fetch-failed`, and `signing-failed` where the certificate is not for this key.
 */
export async function requestCertificate(
  fulcio: string,
  token: IdentityToken,
  key: KeyObject,
  signal?: AbortSignal,
): Promise<IssuedCertificate> {
  const address = `${fulcio.replace(/\/+$/u, '')}/api/v2/signingCert`;
  const publicKey = createPublicKey(key);
  const content = publicKeyPem(publicKey);
  const proofOfPossession = sign('sha256', Buffer.from(token.challenge), key).toString('base64');
  const { status, body } = await askService({
    service,
    address,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({
      credentials: { oidcIdentityToken: token.text },
      publicKeyRequest: { publicKey: { algorithm: 'ECDSA', content }, proofOfPossession },
    }),
    signal,
  });
  if (status !== 200 && status !== 201)
    throw serviceFault({ address }, `${service} answers ${status}${wordsOf(body, token.text)}`);
  return issuedFor(publicKey, body, address);
}

function issuedFor(publicKey: KeyObject, body: Buffer, address: string): IssuedCertificate {
  const answer = strictJsonValue(body);
  const [leaf] = ['signedCertificateEmbeddedSct', 'signedCertificateDetachedSct'].flatMap((member) =>
    textsOf(at(answer, member, 'chain', 'certificates')).slice(0, 1),
  );
  const [certificate] = readCertificates(leaf ?? '') ?? [];
  const identity = certificate === undefined ? null : certificateIdentity(certificate.fields);
  if (certificate === undefined || identity === null)
    throw serviceFault({ address }, `${service} answers without a certificate that names somebody`);
  if (keyIdOf(certificate.x509.publicKey) !== keyIdOf(publicKey))
    throw new PlumblineError('signing-failed', `${service} gave a certificate for another key`, { path: address });
  return { certificate, identity };
}
