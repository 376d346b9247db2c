// SPDX-License-Identifier: Apache-2.0
import { decodeUtf8 } from '../json/decode-utf8.ts';
import { decodeBase64 } from '../base64/decode-base64.ts';
import { readSshPublicKey } from './parse-ssh-public-key.ts';
import { digestOfAlgorithm, sshKeyTypes, type SshPublicKey } from './ssh-public-key.ts';
import type { SshSignature } from './ssh-signature.ts';
import { WireFault, WireReader } from './wire-reader.ts';

export type ParsedSshSignature =
  | { readonly state: 'parsed'; readonly signature: SshSignature }
  | { readonly state: 'failed'; readonly because: string };

const armor = /^-----BEGIN SSH SIGNATURE-----\r?\n([A-Za-z0-9+/=\r\n]{1,20000})-----END SSH SIGNATURE-----\r?\n?$/u;

/** Takes apart an armored SSH signature. Never throws. */
export function parseSshSignature(text: string): ParsedSshSignature {
  const blob = decodeBase64(armor.exec(text.trimStart())?.[1] ?? '?');
  if (blob === null) return { state: 'failed', because: 'the armor of the SSH signature is damaged' };
  try {
    return { state: 'parsed', signature: readSignature(blob) };
  } catch (error) {
    if (!(error instanceof WireFault)) throw error;
    return { state: 'failed', because: `the SSH signature cannot be read: ${error.message}` };
  }
}

/** PROTOCOL.sshsig §2 */
function readSignature(blob: Uint8Array): SshSignature {
  const wire = new WireReader(blob);
  if (decodeUtf8(wire.take(6)) !== 'SSHSIG') throw new WireFault('it does not begin with SSHSIG');
  if (wire.uint32() !== 1) throw new WireFault('its version is not 1');
  const publicKey = readSshPublicKey(wire.string());
  const namespace = wire.text();
  if (namespace === '') throw new WireFault('its namespace is empty');
  wire.string(); // reserved
  const hashAlgorithm = wire.text();
  if (hashAlgorithm !== 'sha256' && hashAlgorithm !== 'sha512')
    throw new WireFault('its hash is neither sha256 nor sha512');
  const inner = wire.string();
  wire.end();
  return { publicKey, namespace, hashAlgorithm, ...readInner(inner, publicKey) };
}

function readInner(
  bytes: Uint8Array,
  { type }: SshPublicKey,
): Pick<SshSignature, 'algorithm' | 'digest' | 'signature' | 'hardware'> {
  const wire = new WireReader(bytes);
  const algorithm = wire.text();
  // The key decides how its signatures are checked; one that names another algorithm is refused, not obeyed.
  const digest = digestOfAlgorithm(type, algorithm);
  if (digest === undefined) throw new WireFault('its algorithm is not one of its key');
  const encoded = wire.string();
  const { curve, hardware: isHardware } = sshKeyTypes[type];
  const size = curve === null ? null : numberOctets[curve];
  const signature = size === null ? encoded : fixedLength(encoded, size);
  if (curve === 'Ed25519' && signature.length !== 64)
    throw new WireFault('its signature has another length than its type');
  const hardware = isHardware ? { flags: wire.take(1)[0] ?? 0, counter: wire.uint32() } : null;
  wire.end();
  return { algorithm, digest, signature, hardware };
}

/** How many octets each of the two numbers of an ECDSA signature has at most; null for signatures of octets. */
const numberOctets = { Ed25519: null, 'P-256': 32, 'P-384': 48, 'P-521': 66 } as const;

/** r and s are numbers of any length there (RFC 5656 §3.1.2), and of `size` bytes each here. */
function fixedLength(encoded: Uint8Array, size: number): Uint8Array {
  const wire = new WireReader(encoded);
  const out = new Uint8Array(2 * size);
  for (const end of [size, 2 * size]) {
    const number = wire.unsigned();
    if (number.length > size) throw new WireFault('a number of its signature is too large');
    out.set(number, end - number.length);
  }
  wire.end();
  return out;
}
