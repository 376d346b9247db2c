// SPDX-License-Identifier: Apache-2.0
import { OpenPgpFault, OpenPgpUnsupported } from './octet-reader.ts';
import type { OpenPgpSignature } from './openpgp-signature.ts';
import { parseSignaturePacket } from './parse-signature-packet.ts';

export type ParsedOpenPgpSignature =
  | { readonly state: 'parsed'; readonly signature: OpenPgpSignature }
  /** It may be good, and is of a kind that is not supported. */
  | { readonly state: 'unsupported'; readonly because: string }
  | { readonly state: 'failed'; readonly because: string };

/** The body of a signature packet, taken apart. Never throws on content. */
export function parsedPacket(body: Uint8Array): ParsedOpenPgpSignature {
  try {
    return { state: 'parsed', signature: parseSignaturePacket(body) };
  } catch (error) {
    if (error instanceof OpenPgpUnsupported)
      return { state: 'unsupported', because: `the OpenPGP signature is not supported: ${error.message}` };
    if (error instanceof OpenPgpFault) return failed(error.message);
    throw error;
  }
}

export const failed = (because: string): ParsedOpenPgpSignature => ({
  state: 'failed',
  because: `the OpenPGP signature cannot be read: ${because}`,
});
