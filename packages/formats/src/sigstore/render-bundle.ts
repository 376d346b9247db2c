// SPDX-License-Identifier: Apache-2.0
import { encodeBase64 } from '../dsse/base64.ts';
import type { DsseEnvelope } from '../dsse/envelope.ts';
import { envelopeToJson } from '../dsse/render-envelope.ts';

/** What a bundle holds: an envelope, or a signature over an artifact with the artifact's SHA-256. */
export type BundleContent =
  | { readonly envelope: DsseEnvelope }
  | { readonly signature: Uint8Array; readonly sha256: Uint8Array };

const mediaType = 'application/vnd.dev.sigstore.bundle.v0.3+json';

/**
 * A Sigstore bundle v0.3 of a key that is managed by its owner: the verification material is a hint at the public key, and
 * there is no entry of a transparency log.
 */
export function renderBundle(content: BundleContent, keyHint: string): string {
  const bundle = {
    mediaType,
    verificationMaterial: { publicKey: { hint: keyHint } },
    ...('envelope' in content
      ? { dsseEnvelope: envelopeToJson(content.envelope) }
      : {
          messageSignature: {
            messageDigest: { algorithm: 'SHA2_256', digest: encodeBase64(content.sha256) },
            signature: encodeBase64(content.signature),
          },
        }),
  };
  return `${JSON.stringify(bundle)}\n`;
}
