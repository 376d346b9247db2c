// SPDX-License-Identifier: Apache-2.0
import { encodeBase64 } from '../base64/encode-base64.ts';
import { envelopeToJson } from '../dsse/render-envelope.ts';
import type { BundleContent } from './render-bundle.ts';

/** What Rekor 2 is asked to publish (types 0.0.2): as of Rekor 1, with the certificate of a P-256 key in DER. */
export function rekor2Proposal(content: BundleContent, certificate: Uint8Array): object {
  const verifier = {
    x509Certificate: { rawBytes: encodeBase64(certificate) },
    keyDetails: 'PKIX_ECDSA_P256_SHA_256',
  };
  if ('envelope' in content)
    return { dsseRequestV002: { envelope: envelopeToJson(content.envelope), verifiers: [verifier] } };
  const signature = { content: encodeBase64(content.signature), verifier };
  return { hashedRekordRequestV002: { signature, digest: encodeBase64(content.sha256) } };
}
