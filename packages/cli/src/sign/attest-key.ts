// SPDX-License-Identifier: Apache-2.0
import { readRegularFile } from '@plumbline/adapters/platform/files/read-regular-file';
import { verifyFidoAttestation } from '@plumbline/adapters/signers/attestation/verify-fido-attestation';
import { verifyPivAttestation } from '@plumbline/adapters/signers/attestation/verify-piv-attestation';
import { PlumblineError } from '@plumbline/core/errors';
import type { KeyAttestation } from '@plumbline/core/signing/key-attestation';
import type { Signer } from '@plumbline/core/signing/signer';
import type { RunSignOptions } from './sign-options.ts';

/** The signer, with what its device attests of the key when the options name that. Throws `usage`, and `input-invalid` when it does not hold. */
export async function withAttestation(signer: Signer, options: RunSignOptions): Promise<Signer> {
  const { custody } = signer;
  const attestation = await attestationOf(signer, options);
  if (attestation === null) return signer;
  if (custody.kind !== 'token' && custody.kind !== 'ssh')
    throw new PlumblineError('usage', 'devices attest keys of a token or of SSH, not this one');
  return { ...signer, custody: { ...custody, attestation } };
}

async function attestationOf({ publicKey }: Signer, options: RunSignOptions): Promise<KeyAttestation | null> {
  const { attestationCertificate, attestationIntermediate, sshAttestation, sshChallenge, sshKey } = options;
  const root = async (): Promise<string | null> =>
    options.attestationRoot === undefined ? null : textOf(options.attestationRoot);
  if (attestationCertificate !== undefined) {
    if (attestationIntermediate === undefined)
      throw new PlumblineError('usage', '--attestation-intermediate has to name the certificate of slot f9');
    const certificate = await textOf(attestationCertificate);
    const intermediates = await textOf(attestationIntermediate);
    return verifyPivAttestation({ certificate, intermediates, root: await root() }, publicKey);
  }
  if (sshAttestation === undefined) {
    if ((attestationIntermediate ?? sshChallenge ?? options.attestationRoot) === undefined) return null;
    throw new PlumblineError('usage', '--attestation-certificate or --ssh-attestation has to name an attestation');
  }
  if (sshChallenge === undefined || sshKey === undefined)
    throw new PlumblineError('usage', '--ssh-attestation needs --ssh-challenge and --ssh-key');
  const attestation = await bytesOf(sshAttestation);
  const challenge = await bytesOf(sshChallenge);
  const intermediates = attestationIntermediate === undefined ? null : await textOf(attestationIntermediate);
  const line = await textOf(sshKey.endsWith('.pub') ? sshKey : `${sshKey}.pub`);
  return verifyFidoAttestation({ attestation, challenge, intermediates, root: await root() }, line);
}

const bytesMax = 256 * 1024;

async function bytesOf(path: string): Promise<Buffer> {
  const file = await readRegularFile(path, { bytesMax, followLink: true });
  if (file.state === 'read') return file.bytes;
  throw new PlumblineError('input-unreadable', `a file of the attestation is ${file.state}`, { path });
}

const textOf = async (path: string): Promise<string> => (await bytesOf(path)).toString('utf8');
