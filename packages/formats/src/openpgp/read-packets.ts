// SPDX-License-Identifier: Apache-2.0
import { OctetReader, OpenPgpFault } from './octet-reader.ts';

export type Packet = { readonly tag: number; readonly body: Uint8Array };

/** Packet types that are understood (RFC 9580 §5). */
export const packetTag = { signature: 2, publicKey: 6, userId: 13, publicSubkey: 14, userAttribute: 17 } as const;

const packetsMax = 20_000;

/** Takes a sequence of packets apart (RFC 9580 §4.2). Throws OpenPgpFault: for lengths that are not known at the start, too. */
export function readPackets(octets: Uint8Array): readonly Packet[] {
  const reader = new OctetReader(octets);
  const packets: Packet[] = [];
  while (reader.left > 0) {
    if (packets.length === packetsMax) throw new OpenPgpFault(`it has more than ${packetsMax} packets`);
    const head = reader.octet();
    if ((head & 0x80) === 0) throw new OpenPgpFault('a packet does not begin where one should');
    const isLegacy = (head & 0x40) === 0;
    const tag = isLegacy ? (head >> 2) & 0x0f : head & 0x3f;
    const length = isLegacy ? legacyLength(head & 3, reader) : packetLength(reader, 'packet');
    packets.push({ tag, body: reader.take(length) });
  }
  return packets;
}

/** RFC 9580 §4.2.1; subpackets (§5.2.3.7) have no partial form. */
export function packetLength(reader: OctetReader, of: 'packet' | 'subpacket'): number {
  const first = reader.octet();
  if (first < 192) return first;
  if (first === 255) return reader.uint32();
  if (of === 'packet' && first >= 224)
    throw new OpenPgpFault('a packet comes in parts, which keys and signatures never do');
  return (first - 192) * 256 + reader.octet() + 192;
}

/** RFC 9580 §4.2.2 */
function legacyLength(type: number, reader: OctetReader): number {
  if (type === 0) return reader.octet();
  if (type === 1) return reader.uint16();
  if (type === 2) return reader.uint32();
  throw new OpenPgpFault('a packet does not say how long it is');
}
