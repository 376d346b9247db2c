// SPDX-License-Identifier: Apache-2.0
import { decodeCanonicalBase64 } from '../dsse/base64.ts';
import { isSshKeyType, sshKeyTypes, type SshPublicKey } from './ssh-public-key.ts';
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
  const { algorithm, hardware } = sshKeyTypes[type];
  if (algorithm === 'ecdsa-p256' && wire.text() !== 'nistp256') throw new WireFault('its curve is not nistp256');
  const point = wire.string();
  const fits = algorithm === 'ed25519' ? point.length === 32 : point.length === 65 && point[0] === 4;
  if (!fits) throw new WireFault('its public key has another length than its type');
  const application = hardware ? wire.text() : null;
  wire.end();
  return { type, blob, point, application };
}
