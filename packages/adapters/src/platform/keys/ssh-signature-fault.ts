// SPDX-License-Identifier: Apache-2.0
import { createHash, type KeyObject, verify } from 'node:crypto';
import type { MessageSource } from '@plumbline/core/signing/signer';
import { hardwareSignedData, sshSignedData } from '@plumbline/formats/ssh-signature/signed-data';
import type { SshSignature } from '@plumbline/formats/ssh-signature/ssh-signature';

/** What keeps a signature from being this key's over a message; null: nothing. Whose key it is is asked elsewhere. */
export async function sshSignatureFault(
  signature: SshSignature,
  key: KeyObject,
  content: MessageSource,
): Promise<string | null> {
  const hash = createHash(signature.hashAlgorithm);
  for await (const part of content.open()) hash.update(part);
  const data = sshSignedData(signature, hash.digest());
  const { hardware, publicKey } = signature;
  // PROTOCOL.u2f: bit 0 of the flags says that somebody touched the key.
  if (hardware !== null && (hardware.flags & 1) === 0) return 'the security key signed without being touched';
  const signed =
    hardware === null ? data : hardwareSignedData(sha256(publicKey.application ?? ''), hardware, sha256(data));
  const good = verify(signature.digest, signed, { key, dsaEncoding: 'ieee-p1363' }, signature.signature);
  return good ? null : 'it is no signature over this content: the file is not the one that was signed';
}

const sha256 = (data: Uint8Array | string): Uint8Array => createHash('sha256').update(data).digest();
