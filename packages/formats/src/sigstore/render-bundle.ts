// SPDX-License-Identifier: Apache-2.0
import { encodeBase64 } from '../base64/encode-base64.ts';
import type { DsseEnvelope } from '../dsse/envelope.ts';
import { envelopeToJson } from '../dsse/render-envelope.ts';
import type { LogEntry } from './log-entry.ts';

/** What a bundle holds: an envelope, or a signature over an artifact with the artifact's SHA-256. */
export type BundleContent =
  | { readonly envelope: DsseEnvelope }
  | { readonly signature: Uint8Array; readonly sha256: Uint8Array };

/**
 * By what the signature is checked. `signer`: a hint at the public key of somebody who keeps it, or a certificate in DER. `timestamps`:
 * answers of timestamp authorities over the signature, in DER.
 */
export type BundleProofs = {
  readonly signer: { readonly keyHint: string } | { readonly certificate: Uint8Array };
  readonly logEntries?: readonly LogEntry[];
  readonly timestamps?: readonly Uint8Array[];
};

const mediaType = 'application/vnd.dev.sigstore.bundle.v0.3+json';

/** A Sigstore bundle v0.3. */
export function renderBundle(content: BundleContent, proofs: BundleProofs): string {
  const { signer, logEntries = [], timestamps = [] } = proofs;
  const stamps = timestamps.map((bytes) => ({ signedTimestamp: encodeBase64(bytes) }));
  const verificationMaterial = {
    ...('keyHint' in signer
      ? { publicKey: { hint: signer.keyHint } }
      : { certificate: { rawBytes: encodeBase64(signer.certificate) } }),
    ...(logEntries.length === 0 ? {} : { tlogEntries: logEntries }),
    ...(stamps.length === 0 ? {} : { timestampVerificationData: { rfc3161Timestamps: stamps } }),
  };
  return `${JSON.stringify({ mediaType, verificationMaterial, ...contentOf(content) })}\n`;
}

/** The signature that a bundle holds, over which its timestamps are. */
export const signatureIn = (content: BundleContent): Uint8Array =>
  'envelope' in content ? (content.envelope.signatures[0]?.signature ?? new Uint8Array()) : content.signature;

const contentOf = (content: BundleContent): object =>
  'envelope' in content
    ? { dsseEnvelope: envelopeToJson(content.envelope) }
    : {
        messageSignature: {
          messageDigest: { algorithm: 'SHA2_256', digest: encodeBase64(content.sha256) },
          signature: encodeBase64(content.signature),
        },
      };
