// SPDX-License-Identifier: Apache-2.0
import { decodeUtf8 } from '../json/decode-utf8.ts';
import { OpenPgpFault } from './octet-reader.ts';
import type { OpenPgpSignature } from './openpgp-signature.ts';
import { type OpenPgpKey, parseKeyPacket } from './parse-key-packet.ts';
import { parseSignaturePacket } from './parse-signature-packet.ts';
import { readArmoredBlocks } from './read-armor.ts';
import { type Packet, packetTag, readPackets } from './read-packets.ts';

/** A key and the signatures behind it, of which none is checked yet. */
export type KeyWithSignatures = { readonly key: OpenPgpKey; readonly signatures: readonly OpenPgpSignature[] };

/** Whom a certificate is said to belong to. `name` is empty for an attribute, a picture say. */
export type UserWithSignatures = {
  readonly name: string;
  readonly isAttribute: boolean;
  readonly body: Uint8Array;
  readonly signatures: readonly OpenPgpSignature[];
};

/** A transferable public key (RFC 9580 §10.1). Signatures and subkeys that cannot be read are left out: they grant nothing. */
export type OpenPgpCertificate = {
  readonly primary: KeyWithSignatures;
  readonly users: readonly UserWithSignatures[];
  readonly subkeys: readonly KeyWithSignatures[];
};

export type ReadCertificates =
  | { readonly state: 'read'; readonly certificates: readonly OpenPgpCertificate[] }
  | { readonly state: 'failed'; readonly because: string };

/** Reads armored public keys, one or several, in one block or several. Never throws on content. */
export function readCertificates(text: string): ReadCertificates {
  if (text.includes('PRIVATE KEY BLOCK-----')) return failed('that is a private key; the public one is expected');
  const armor = readArmoredBlocks(text, 'PGP PUBLIC KEY BLOCK');
  if (armor.state === 'failed') return armor;
  try {
    return { state: 'read', certificates: grouped(readPackets(armor.octets)).map(certificateOf) };
  } catch (error) {
    if (error instanceof OpenPgpFault) return failed(`the public keys cannot be read: ${error.message}`);
    throw error;
  }
}

type Group = { readonly packet: Packet; readonly signatures: OpenPgpSignature[] };

/** Each key with what follows it; each part with the signatures that follow it. */
function grouped(packets: readonly Packet[]): readonly (readonly Group[])[] {
  const certificates: Group[][] = [];
  for (const packet of packets) {
    const current = certificates.at(-1);
    if (packet.tag === packetTag.publicKey) certificates.push([{ packet, signatures: [] }]);
    else if (current === undefined) throw new OpenPgpFault('they do not begin with a public key');
    else if (packet.tag === packetTag.signature)
      current.at(-1)?.signatures.push(...orNothing(() => parseSignaturePacket(packet.body)));
    else current.push({ packet, signatures: [] });
  }
  return certificates;
}

function certificateOf([first, ...others]: readonly Group[]): OpenPgpCertificate {
  if (first === undefined) throw new OpenPgpFault('they hold no key');
  const subkeys = others.filter(({ packet }) => packet.tag === packetTag.publicSubkey);
  return {
    primary: { key: parseKeyPacket(first.packet.body), signatures: first.signatures },
    users: others.flatMap(userOf),
    subkeys: subkeys.flatMap(({ packet, signatures }) =>
      orNothing(() => parseKeyPacket(packet.body)).map((key) => ({ key, signatures })),
    ),
  };
}

function userOf({ packet: { tag, body }, signatures }: Group): readonly UserWithSignatures[] {
  if (tag === packetTag.userId) return [{ name: decodeUtf8(body).slice(0, 200), isAttribute: false, body, signatures }];
  return tag === packetTag.userAttribute ? [{ name: '', isAttribute: true, body, signatures }] : [];
}

function orNothing<T>(parse: () => T): readonly T[] {
  try {
    return [parse()];
  } catch (error) {
    if (error instanceof OpenPgpFault) return [];
    throw error;
  }
}

const failed = (because: string): ReadCertificates => ({ state: 'failed', because });
