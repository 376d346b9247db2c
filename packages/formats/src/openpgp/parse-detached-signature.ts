// SPDX-License-Identifier: Apache-2.0
import { OpenPgpFault } from './octet-reader.ts';
import { failed, type ParsedOpenPgpSignature, parsedPacket } from './parsed-signature.ts';
import { readArmoredText } from './read-armor.ts';
import { packetTag, readPackets } from './read-packets.ts';

/** Takes apart one armored signature and nothing beside it: of two, nobody could say which one counts. Never throws. */
export function parseDetachedSignature(text: string): ParsedOpenPgpSignature {
  const armor = readArmoredText(text, 'PGP SIGNATURE');
  if (armor.state === 'failed') return failed(armor.because);
  try {
    const [packet, second] = readPackets(armor.octets);
    if (packet?.tag !== packetTag.signature) return failed('it holds no signature');
    if (second !== undefined) return failed('it holds more than one signature');
    return parsedPacket(packet.body);
  } catch (error) {
    if (error instanceof OpenPgpFault) return failed(error.message);
    throw error;
  }
}
