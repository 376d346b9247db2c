// SPDX-License-Identifier: Apache-2.0
import { createHash, createPublicKey, createVerify, type KeyObject } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PlumblineError } from '@plumbline/core/errors';
import type { MessageSource, Signer } from '@plumbline/core/signing/signer';
import { createTemporaryFolder, type TemporaryFolder } from '../../platform/files/temporary-folder.ts';
import { inherited } from '../../platform/git/git-environment.ts';
import { callSigningProgram } from '../../platform/keys/call-signing-program.ts';
import { keyAlgorithm } from '../../platform/keys/key-algorithm.ts';
import { keyIdOf } from '../../platform/keys/key-id.ts';
import { findKeyId, findToken } from './find-token.ts';

export type TokenKey = {
  /** The library of the token's maker. */
  readonly module: string;
  readonly tokenLabel: string;
  readonly keyLabel: string;
  readonly pin: string;
};

/** How the tool is told the PIN: by the environment, where only this user sees it, and never by its arguments. */
const pinVariable = 'PLUMBLINE_TOKEN_PIN';

/**
 * The signer of a P-256 key in a PKCS#11 token, by OpenSC's `pkcs11-tool`: the private key never leaves the token. Ed25519 is not
 * signed with, as the tool hands messages over in parts, which tokens refuse for it.
 */
export async function openTokenSigner(token: TokenKey): Promise<Signer> {
  return inFolder(async (folder) => {
    const call = calling(token, folder);
    const described = findToken((await call(['--list-token-slots'])).toString('utf8'), token.tokenLabel);
    if (described === null)
      throw new PlumblineError('input-invalid', `no token is labelled ${token.tokenLabel}`, { path: token.module });
    const listing = await call([...loggedIn(token), '--list-objects', '--type', 'pubkey']);
    // Signing by label is not what every version of the tool does: the id names the key everywhere.
    const id = findKeyId(listing.toString('utf8'), token.keyLabel);
    if (id === null)
      throw new PlumblineError(
        'input-invalid',
        `no key of the token, or more than one, is labelled ${token.keyLabel}`,
        {
          path: token.module,
        },
      );
    const output = join(folder.path, 'key');
    await call([...loggedIn(token), '--read-object', '--type', 'pubkey', '--id', id, '--output-file', output]);
    const publicKey = readPublicKey(await readFile(output));
    const algorithm = publicKey === null ? null : keyAlgorithm(publicKey);
    if (publicKey === null || algorithm !== 'ecdsa-p256-sha256')
      throw new PlumblineError('input-invalid', 'only keys of P-256 sign in a token', { path: token.module });
    return {
      format: 'raw',
      algorithm,
      publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      keyId: keyIdOf(publicKey),
      custody: { kind: 'token', ...described },
      sign: (message) => signMessage(token, { id, publicKey }, message),
    };
  });
}

/** PEM or DER, as the version of the tool has it. */
function readPublicKey(bytes: Buffer): KeyObject | null {
  try {
    const isPem = bytes.toString('latin1').startsWith('-----BEGIN');
    return createPublicKey(isPem ? bytes.toString('latin1') : { key: bytes, format: 'der', type: 'spki' });
  } catch {
    return null; // of a kind that OpenSSL does not know
  }
}

type FoundKey = { readonly id: string; readonly publicKey: KeyObject };

/** The token signs the digest: few tokens hash, and none need the whole file then. */
function signMessage(token: TokenKey, { id, publicKey }: FoundKey, message: MessageSource): Promise<Uint8Array> {
  return inFolder(async (folder) => {
    const hash = createHash('sha256');
    const check = createVerify('sha256');
    for await (const part of message.open()) {
      hash.update(part);
      check.update(part);
    }
    const [input, output] = [join(folder.path, 'digest'), join(folder.path, 'signature')];
    await writeFile(input, hash.digest());
    const files = ['--input-file', input, '--output-file', output];
    const args = ['--sign', '--mechanism', 'ECDSA', '--signature-format', 'openssl', '--id', id];
    await calling(token, folder)([...loggedIn(token), ...args, ...files]);
    const signature = await readFile(output);
    if (check.verify(publicKey, signature)) return signature;
    throw new PlumblineError('signing-failed', 'the token signed with another key than the one that was named');
  });
}

const loggedIn = ({ tokenLabel }: TokenKey): readonly string[] => [
  '--token-label',
  tokenLabel,
  '--login',
  '--pin',
  `env:${pinVariable}`,
];

function calling({ module, pin }: TokenKey, folder: TemporaryFolder): (args: readonly string[]) => Promise<Buffer> {
  return (args) =>
    callSigningProgram({
      program: 'pkcs11-tool',
      args: ['--module', module, ...args],
      environment: { ...inherited('HOME', 'SOFTHSM2_CONF', 'YUBIHSM_PKCS11_CONF'), [pinVariable]: pin },
      workingDirectory: folder.path,
      install: 'install OpenSC (Debian: apt install opensc)',
    });
}

async function inFolder<T>(work: (folder: TemporaryFolder) => Promise<T>): Promise<T> {
  const folder = await createTemporaryFolder();
  try {
    return await work(folder);
  } finally {
    await folder.remove();
  }
}
