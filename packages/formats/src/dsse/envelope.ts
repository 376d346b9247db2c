// SPDX-License-Identifier: Apache-2.0
/** A DSSE envelope (v1.0.2), decoded. `keyId` is a hint and proves nothing. */
export type DsseEnvelope = {
  readonly payloadType: string;
  readonly payload: Uint8Array;
  readonly signatures: readonly DsseSignature[];
};

export type DsseSignature = {
  readonly keyId: string | null;
  readonly signature: Uint8Array;
  /** A certificate in PEM that older GitHub builders put beside the signature. */
  readonly certificate: string | null;
};

/** The payload type of in-toto statements. */
export const inTotoPayloadType = 'application/vnd.in-toto+json';
