// SPDX-License-Identifier: Apache-2.0
import { encodeBase64 } from '../base64/encode-base64.ts';
import type { DsseEnvelope } from './envelope.ts';

/** The envelope as DSSE v1.0.2 writes it in JSON. */
export function envelopeToJson({ payloadType, payload, signatures }: DsseEnvelope): object {
  return {
    payloadType,
    payload: encodeBase64(payload),
    signatures: signatures.map(({ keyId, signature }) => ({
      ...(keyId === null ? {} : { keyid: keyId }),
      sig: encodeBase64(signature),
    })),
  };
}
