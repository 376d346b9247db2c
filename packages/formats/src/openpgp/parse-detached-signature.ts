// SPDX-License-Identifier: Apache-2.0
import { OpenPgpFault, OpenPgpUnsupported } from './octet-reader.ts';
import type { OpenPgpSignature } from './openpgp-signature.ts';
import { parseSignaturePacket } from './parse-signature-packet.ts';
import { readArmoredText } from './read-armor.ts';
import { packetTag, readPackets } from './read-packets.ts';

export type ParsedOpenPgpSignature =
  | { readonly state: 'parsed'; readonly signature: OpenPgpSignature }
  /** It may be good, and is of a kind that is not supported. */
  | { readonly state: 'unsupported'; readonly because: string }
  | { readonly state: 'failed'; readonly because: string };

/** Takes apart one armored signature and nothing beside it: of two, nobody could say which one counts. Never throws. */
export function parseDetachedSignature(text: string): ParsedOpenPgpSignature {
  const armor = readArmoredText(text, 'PGP SIGNATURE');
  if (armor.state === 'failed') return failed(armor.because);
  try {
    const [packet, second] = readPackets(armor.octets);
    if (packet?.tag !== packetTag.signature) return failed('it holds no signature');
    if (second !== undefined) return failed('it holds more than one signature');
    return { state: 'parsed', signature: parseSignaturePacket(packet.body) };
  } catch (error) {
    if (error instanceof OpenPgpUnsupported)
      return { state: 'unsupported', because: `the OpenPGP signature is not supported: ${error.message}` };
    if (error instanceof OpenPgpFault) return failed(error.message);
    throw error;
  }
}

const failed = (because: string): ParsedOpenPgpSignature => ({
  state: 'failed',
  because: `the OpenPGP signature cannot be read: ${because}`,
});
