// SPDX-License-Identifier: Apache-2.0
import { spkiOfPoint, spkiOfRsa } from '../der/write-public-key.ts';
import { decodeCanonicalBase64 } from '../base64/decode-canonical-base64.ts';
import { isSshKeyType, sshKeyTypes, type SshKeyType, type SshPublicKey } from './ssh-public-key.ts';
import { WireFault, WireReader } from './wire-reader.ts';

/** A key of `ssh-ed25519 AAAA… comment`, as in `.pub` and allowed signers files; null for what is none that is read. */
export function parseSshPublicKey(line: string): SshPublicKey | null {
  const [type = '', encoded = ''] = line.trim().split(/\s+/u);
  const blob = isSshKeyType(type) ? decodeCanonicalBase64(encoded) : null;
  if (blob === null) return null;
  try {
    const key = readSshPublicKey(blob);
    return key.type === type ? key : null;
  } catch (error) {
    if (error instanceof WireFault) return null;
    throw error;
  }
}

/** Throws WireFault. */
export function readSshPublicKey(blob: Uint8Array): SshPublicKey {
  const wire = new WireReader(blob);
  const type = wire.text();
  if (!isSshKeyType(type)) throw new WireFault(`keys of type ${type.slice(0, 60)} are not read`);
  const spki = readSpki(type, wire);
  const application = sshKeyTypes[type].hardware ? wire.text() : null;
  wire.end();
  return { type, blob, spki, application };
}

/** What the elliptic curves are called there, and how many octets their points have. */
const curves = {
  Ed25519: { name: null, octets: 32 },
  'P-256': { name: 'nistp256', octets: 65 },
  'P-384': { name: 'nistp384', octets: 97 },
  'P-521': { name: 'nistp521', octets: 133 },
} as const;

const rsaOctets = { min: 2048 / 8, max: 16_384 / 8 };

/** RFC 4253 §6.6, RFC 5656 §3.1, RFC 8709 §4 */
function readSpki(type: SshKeyType, wire: WireReader): Uint8Array {
  const { curve } = sshKeyTypes[type];
  if (curve === null) {
    const exponent = wire.unsigned();
    const modulus = wire.unsigned();
    if (modulus.length < rsaOctets.min || modulus.length > rsaOctets.max || exponent.length > 8)
      throw new WireFault('RSA keys of fewer than 2048 bits, or more than 16,384, are not read');
    return spkiOfRsa(modulus, exponent);
  }
  const { name, octets } = curves[curve];
  if (name !== null && wire.text() !== name) throw new WireFault(`its curve is not ${name}`);
  const point = wire.string();
  if (point.length !== octets || (name !== null && point[0] !== 4))
    throw new WireFault('its public key has another length than its type');
  return spkiOfPoint(curve, point);
}
