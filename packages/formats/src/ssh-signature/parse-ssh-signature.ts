// SPDX-License-Identifier: Apache-2.0
import { decodeUtf8 } from '../json/decode-utf8.ts';
import { decodeBase64 } from '../in-toto/decode-base64.ts';
import { readSshPublicKey } from './parse-ssh-public-key.ts';
import { sshKeyTypes, type SshPublicKey } from './ssh-public-key.ts';
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
): Pick<SshSignature, 'algorithm' | 'signature' | 'hardware'> {
  const wire = new WireReader(bytes);
  const algorithm = wire.text();
  // The key decides how its signatures are checked; one that names another algorithm is refused, not obeyed.
  if (algorithm !== type) throw new WireFault('its algorithm is not that of its key');
  const encoded = wire.string();
  const { algorithm: kind, hardware: isHardware } = sshKeyTypes[type];
  const signature = kind === 'ed25519' ? encoded : fixedLength(encoded);
  if (signature.length !== 64) throw new WireFault('its signature has another length than its type');
  const hardware = isHardware ? { flags: wire.take(1)[0] ?? 0, counter: wire.uint32() } : null;
  wire.end();
  return { algorithm, signature, hardware };
}

/** r and s are numbers of any length there (RFC 5656 §3.1.2), and 32 bytes each here. */
function fixedLength(encoded: Uint8Array): Uint8Array {
  const wire = new WireReader(encoded);
  const out = new Uint8Array(64);
  for (const end of [32, 64]) {
    const number = wire.string();
    const bare = number[0] === 0 ? number.subarray(1) : number;
    if (bare.length > 32 || bare[0] === 0) throw new WireFault('a number of its signature is not as it must be');
    out.set(bare, end - bare.length);
  }
  wire.end();
  return out;
}
