// SPDX-License-Identifier: Apache-2.0
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { Signer } from '@plumbline/core/signing/signer';
import type { CertificateIdentity } from '@plumbline/formats/x509/certificate-identity';
import type { LogEntry } from '@plumbline/formats/sigstore/log-entry';
import type { BundleContent } from '@plumbline/formats/sigstore/render-bundle';
import { keyIdOf } from '../../platform/keys/key-id.ts';
import { publicKeyPem } from '../../platform/keys/public-key-pem.ts';
import { signMessage } from '../../platform/keys/sign-message.ts';
import { findIdentityToken, type TokenPlaces } from './find-identity-token.ts';
import { readIdentityToken } from './identity-token.ts';
import { publishSignature, type RekorLog } from './publish-signature.ts';
import { requestCertificate } from './request-certificate.ts';

/** Addresses of a Sigstore instance. */
export type KeylessServices = { readonly fulcio: string; readonly rekor: RekorLog };

/** A key that lives for one run, and those who vouch for it. What it signs belongs into bundles: alone it proves nothing. */
export type KeylessSigner = {
  readonly signer: Signer;
  /** For whom the certificate is. */
  readonly identity: CertificateIdentity;
  /** In DER. */
  readonly certificate: Uint8Array;
  /** Publishes what was signed. Throws `fetch-failed` and `signing-failed`. */
  readonly publish: (content: BundleContent) => Promise<LogEntry>;
};

/**
 * Makes a P-256 key, has it certified for the identity of a token, and forgets the token. The key is never written anywhere. Throws
 * `usage`, `input-unreadable`, `input-invalid`, `fetch-failed` and `signing-failed`.
 */
export async function openKeylessSigner(
  { fulcio, rekor }: KeylessServices,
  places: TokenPlaces,
): Promise<KeylessSigner> {
  const token = readIdentityToken(await findIdentityToken(places), new Date());
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { certificate, identity } = await requestCertificate(fulcio, token, privateKey, places.signal);
  const publicKey = createPublicKey(privateKey);
  return {
    signer: {
      format: 'raw',
      algorithm: 'ecdsa-p256-sha256',
      publicKey: publicKeyPem(publicKey),
      keyId: keyIdOf(publicKey),
      custody: { kind: 'ephemeral', ...identity },
      sign: (message) => signMessage(privateKey, message),
    },
    identity,
    certificate: certificate.x509.raw,
    publish: (content) => publishSignature(rekor, content, certificate, places.signal),
  };
}
