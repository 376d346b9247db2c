// SPDX-License-Identifier: Apache-2.0
import { createHash, createVerify } from 'node:crypto';
import type { KeyAttestation } from '@plumbline/core/signing/key-attestation';
import { type AuthenticatorData, readAuthenticatorData } from '@plumbline/formats/fido/read-authenticator-data';
import { readCbor } from '@plumbline/formats/fido/read-cbor';
import { parseSshAttestation } from '@plumbline/formats/ssh-signature/parse-ssh-attestation';
import { parseSshPublicKey } from '@plumbline/formats/ssh-signature/parse-ssh-public-key';
import type { SshPublicKey } from '@plumbline/formats/ssh-signature/ssh-public-key';
import { type Certificate, readCertificate, readCertificates } from '../../platform/certificates/certificate.ts';
import { keyAlgorithm } from '../../platform/keys/key-algorithm.ts';
import { readPublicKey } from '../../platform/keys/read-public-key.ts';
import { attestationRefused } from './attestation-refused.ts';
import { attestationRoots } from './attestation-roots.ts';
import { verifyAttestationChain } from './verify-attestation-chain.ts';

export type FidoAttestation = {
  /** What `ssh-keygen -O write-attestation` wrote. */
  readonly attestation: Uint8Array;
  /** What was given to `ssh-keygen -O challenge`. */
  readonly challenge: Uint8Array;
  /** In PEM; null for none. */
  readonly intermediates: string | null;
  /** In PEM; null for those of Yubico. */
  readonly root: string | null;
};

/**
 * Verifies what a security key attested of an SSH key when it made it: a `packed` attestation of WebAuthn (level 2 §8.2) over the
 * challenge, up to a root. `line` is that of the `.pub` file. Throws `input-invalid`.
 */
export function verifyFidoAttestation(given: FidoAttestation, line: string): KeyAttestation {
  const key = parseSshPublicKey(line);
  if (key?.application === undefined || key.application === null)
    throw attestationRefused('the key that signs is none of a security key (sk-)');
  const parsed = parseSshAttestation(given.attestation);
  if (parsed.state === 'failed') throw attestationRefused(parsed.because);
  const { certificate, signature, authenticatorData } = parsed.attestation;
  const device = readCertificate(certificate);
  const intermediates = given.intermediates === null ? [] : readCertificates(given.intermediates);
  if (device === null || intermediates === null) throw attestationRefused('a certificate of it cannot be read');
  const signed = bytesIn(authenticatorData);
  assertAuthenticator(device);
  assertSigned(device, Buffer.concat([signed, sha256(given.challenge)]), signature);
  const data = readAuthenticatorData(signed);
  if (data === null) throw attestationRefused('the data of the security key cannot be read');
  assertAbout(data, key);
  assertModel(device, data);
  const roots = attestationRoots(given.root, 'fido');
  const root = verifyAttestationChain({ leaf: device, intermediates, roots, deviceNeedNoAuthority: false });
  const { aaguid } = data;
  return { format: 'fido-packed', root, aaguid, serial: null, firmware: null, pinPolicy: null, touchPolicy: null };
}

const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();

function bytesIn(cbor: Uint8Array): Uint8Array {
  const read = readCbor(cbor);
  if (read?.value instanceof Uint8Array && read.length === cbor.length) return read.value;
  throw attestationRefused('the data of the security key cannot be read');
}

/**
 * Packed attestation §8.2.1. Yubico's roots also stand above PIV: without this, a key in a slot of a YubiKey, which its owner signs
 * anything with, could vouch for keys that are in no device.
 */
function assertAuthenticator({ x509 }: Certificate): void {
  if (x509.subject.split('\n').includes('OU=Authenticator Attestation')) return;
  throw attestationRefused('its certificate is not one for the attestations of security keys');
}

/** Devices attest with ECDSA of P-256 and SHA-256, whatever the kind of the new key. */
function assertSigned({ x509 }: Certificate, message: Uint8Array, signature: Uint8Array): void {
  const isP256 = keyAlgorithm(x509.publicKey) === 'ecdsa-p256-sha256';
  if (isP256 && createVerify('sha256').update(message).verify(x509.publicKey, signature)) return;
  throw attestationRefused('its signature does not verify with this challenge');
}

function assertAbout(data: AuthenticatorData, key: SshPublicKey): void {
  // In a SubjectPublicKeyInfo of either kind the point stands last.
  const spki = readPublicKey(key.spki)?.export({ type: 'spki', format: 'der' });
  if (spki?.subarray(-data.point.length).equals(data.point) !== true)
    throw attestationRefused('it is about another key than the one that signs');
  if (!sha256(key.application ?? '').equals(data.applicationSha256))
    throw attestationRefused('it is about a key for another application');
  if (data.backupEligible) throw attestationRefused('it says that the key may be copied to other devices');
  if (!data.userPresent) throw attestationRefused('it was made while nobody was present');
}

/** id-fido-gen-ce-aaguid: where a certificate names a model, it vouches for that one alone (§8.2.1). */
const modelOid = '1.3.6.1.4.1.45724.1.1.4';

function assertModel({ fields }: Certificate, { aaguid }: AuthenticatorData): void {
  const named = fields.extensions.find(({ oid }) => oid === modelOid)?.value;
  const bytes = aaguid.replaceAll('-', '');
  if (named === undefined || Buffer.from(named).toString('hex') === `0410${bytes}`) return;
  throw attestationRefused('the certificate of the device is about another model');
}
