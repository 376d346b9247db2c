// SPDX-License-Identifier: Apache-2.0
import type { KeyObject } from 'node:crypto';
import { copyFile, readFile, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PlumblineError } from '@plumbline/core/errors';
import type { MessageSource, Signer } from '@plumbline/core/signing/signer';
import { decodeUtf8 } from '@plumbline/formats/json/decode-utf8';
import { parseSshPublicKey } from '@plumbline/formats/ssh-signature/parse-ssh-public-key';
import { parseSshSignature } from '@plumbline/formats/ssh-signature/parse-ssh-signature';
import { type SshPublicKey, sshKeyTypes } from '@plumbline/formats/ssh-signature/ssh-public-key';
import { inTemporaryFolder } from '../../platform/files/temporary-folder.ts';
import { readRegularFile } from '../../platform/files/read-regular-file.ts';
import { unreadWords } from '../../platform/files/unread-words.ts';
import { inherited } from '../../platform/git/git-environment.ts';
import { callSigningProgram } from '../../platform/keys/call-signing-program.ts';
import { keyIdOf } from '../../platform/keys/key-id.ts';
import { publicKeyPem } from '../../platform/keys/public-key-pem.ts';
import { readPublicKey } from '../../platform/keys/read-public-key.ts';
import { sshSignatureFault } from '../../platform/keys/ssh-signature-fault.ts';
import { messageFile } from '../../platform/keys/message-file.ts';

/**
 * The signer of an SSH key: of a file, of the agent (`path` then names the `.pub` file), or of a security key (`sk-`). It signs with
 * `ssh-keygen -Y sign` for one namespace, so that the private key never passes through this process.
 */
export async function openSshSigner(path: string, namespace: string): Promise<Signer> {
  const key = parseSshPublicKey(await publicLine(path));
  const publicKey = key === null ? null : readPublicKey(key.spki);
  const kind = key === null ? null : sshKeyTypes[key.type];
  if (key === null || publicKey === null || (kind?.curve !== 'Ed25519' && kind?.curve !== 'P-256'))
    throw new PlumblineError(
      'input-invalid',
      'it is no key of ed25519 or ecdsa-sha2-nistp256, nor of their sk- forms',
      { path },
    );
  return {
    format: 'sshsig',
    algorithm: kind.curve === 'Ed25519' ? 'ed25519' : 'ecdsa-p256-sha256',
    publicKey: publicKeyPem(publicKey),
    keyId: keyIdOf(publicKey),
    custody: { kind: 'ssh', keyType: key.type, hardware: kind.hardware },
    sign: async (message) => {
      const signature = await signMessage(message, path, namespace);
      await assertGood(signature, message, { key, publicKey, namespace });
      return signature;
    },
  };
}

async function publicLine(path: string): Promise<string> {
  const name = path.endsWith('.pub') ? path : `${path}.pub`;
  const file = await readRegularFile(name, { bytesMax: 64 * 1024, followLink: true });
  if (file.state === 'read') return file.bytes.toString('utf8');
  throw new PlumblineError('input-unreadable', `the public key cannot be read: ${unreadWords[file.state]}`, {
    path: name,
    next: `ssh-keygen -y -f ${path} prints it`,
  });
}

/** ssh-keygen writes the signature beside what it signs, so it is given a link in a folder of ours. */
async function signMessage(message: MessageSource, key: string, namespace: string): Promise<Uint8Array> {
  return inTemporaryFolder(async (folder) => {
    const link = join(folder, 'signed');
    const file = await messageFile(message, folder);
    await symlink(file, link).catch(() => copyFile(file, link));
    await callSigningProgram({
      program: 'ssh-keygen',
      args: ['-Y', 'sign', '-f', resolve(key), '-n', namespace, link],
      environment: inherited(
        'SSH_AUTH_SOCK',
        'SSH_ASKPASS',
        'SSH_ASKPASS_REQUIRE',
        'DISPLAY',
        'HOME',
        'SSH_SK_PROVIDER',
      ),
      workingDirectory: folder,
      install: 'install OpenSSH 8.2 or later',
      next: 'Where the key has a passphrase: ssh-add it, and name its .pub file',
    });
    return readFile(`${link}.sig`);
  });
}

type Asked = { readonly key: SshPublicKey; readonly publicKey: KeyObject; readonly namespace: string };

/** The program, the agent and the `.pub` file are three: what was signed is verified before anybody gets it. */
async function assertGood(armored: Uint8Array, message: MessageSource, asked: Asked): Promise<void> {
  const parsed = parseSshSignature(decodeUtf8(armored));
  if (parsed.state === 'parsed') {
    const { signature } = parsed;
    const isAsked =
      signature.namespace === asked.namespace && Buffer.compare(signature.publicKey.blob, asked.key.blob) === 0;
    if (isAsked && (await sshSignatureFault(signature, asked.publicKey, message)) === null) return;
  }
  throw new PlumblineError('signing-failed', 'what came from ssh-keygen is no signature by the key that was named');
}
