// SPDX-License-Identifier: Apache-2.0
import { decodeUtf8 } from '../json/decode-utf8.ts';
import { OpenPgpFault } from './octet-reader.ts';
import { failed, type ParsedOpenPgpSignature, parsedPacket } from './parsed-signature.ts';
import { readArmoredBlocks } from './read-armor.ts';
import { packetTag, readPackets } from './read-packets.ts';

const message =
  'it is a message, signed, encrypted or both, and no signature beside a file (gpg --detach-sign makes one)';

const fileBytesMax = 1024 * 1024;
const signaturesMax = 256;

/**
 * The signatures of a file that lies beside what they are over: armored, in one block or several, or as packets alone, and nothing
 * beside them. What else OpenPGP makes is there with the reason why it is none. Null: it is nothing of OpenPGP. Never throws.
 */
export function readDetachedSignatures(bytes: Uint8Array): readonly ParsedOpenPgpSignature[] | null {
  const start = decodeUtf8(bytes.subarray(0, 64)).trimStart();
  const isArmored = start.startsWith('-----BEGIN PGP ');
  const first = bytes.length > plainSignatureBytes ? bytes[0] : undefined;
  if (first !== undefined && messageHeads.has(first)) return [{ state: 'failed', because: message }];
  if (!isArmored && (first === undefined || !signatureHeads.has(first))) return null;
  const other = otherArmor.find(({ label }) => start.startsWith(`-----BEGIN PGP ${label}-----`));
  if (other !== undefined) return [{ state: 'failed', because: other.because }];
  if (bytes.length > fileBytesMax) return [failed(`it is larger than ${fileBytesMax / 1024 / 1024} MiB`)];
  const armor = isArmored
    ? readArmoredBlocks(decodeUtf8(bytes).trimStart(), 'PGP SIGNATURE', 'nothing')
    : ({ state: 'read', octets: bytes } as const);
  return armor.state === 'failed' ? [failed(armor.because)] : signaturesIn(armor.octets);
}

/** What is no signature beside a file, and how one is made. */
const otherArmor: readonly { readonly label: string; readonly because: string }[] = [
  {
    label: 'SIGNED MESSAGE',
    because:
      'it is a text with its signature in it (gpg --clearsign), which is over that text and not over a file as it is; a signature beside the file is needed (gpg --armor --detach-sign)',
  },
  { label: 'MESSAGE', because: message },
  { label: 'PUBLIC KEY BLOCK', because: 'it is a public key and no signature; keys are named in the trust policy' },
];

/** How a signature packet begins (RFC 9580 §4.2): with a length of one, two or four octets, none, or in the current format. */
const signatureHeads: ReadonlySet<number> = new Set([0x88, 0x89, 0x8a, 0x8b, 0xc2]);

/** How a message begins that is signed, compressed or encrypted, in both formats. */
const messageHeads: ReadonlySet<number> = new Set([0x84, 0x85, 0x8c, 0x90, 0xa3, 0xc1, 0xc3, 0xc4, 0xc8]);

/** A plain signature of Ed25519 may begin with any octet, and one of OpenPGP is always longer; one of ECDSA begins with another. */
const plainSignatureBytes = 64;

function signaturesIn(octets: Uint8Array): readonly ParsedOpenPgpSignature[] {
  try {
    const packets = readPackets(octets);
    if (packets.length === 0 || packets.some(({ tag }) => tag !== packetTag.signature))
      return [failed('it holds something else than signatures')];
    const signatures = packets.slice(0, signaturesMax).map(({ body }) => parsedPacket(body));
    const more = packets.length - signatures.length;
    return more === 0
      ? signatures
      : [...signatures, failed(`of so many, only the first ${signaturesMax} are looked at; ${more} are not`)];
  } catch (error) {
    if (error instanceof OpenPgpFault) return [failed(error.message)];
    throw error;
  }
}
