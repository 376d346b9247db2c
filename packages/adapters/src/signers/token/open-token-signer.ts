// SPDX-License-Identifier: Apache-2.0
import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PlumblineError } from '@plumbline/core/errors';
import type { MessageSource, Signer } from '@plumbline/core/signing/signer';
import { createTemporaryFolder, type TemporaryFolder } from '../../platform/files/temporary-folder.ts';
import { inherited } from '../../platform/git/git-environment.ts';
import { callSigningProgram } from '../../platform/keys/call-signing-program.ts';
import { keyAlgorithm } from '../../platform/keys/key-algorithm.ts';
import { keyIdOf } from '../../platform/keys/key-id.ts';
import { messageFile } from '../../platform/keys/message-file.ts';
import { findToken } from './find-token.ts';

export type TokenKey = {
  /** The library of the token's maker. */
  readonly module: string;
  readonly tokenLabel: string;
  readonly keyLabel: string;
  readonly pin: string;
};

/** How the tool is told the PIN: by the environment, where only this user sees it, and never by its arguments. */
const pinVariable = 'PLUMBLINE_TOKEN_PIN';

const mechanisms = {
  ed25519: ['EDDSA'],
  'ecdsa-p256-sha256': ['ECDSA-SHA256', '--signature-format', 'openssl'],
} as const;

/** The signer of a key in a PKCS#11 token, by OpenSC's `pkcs11-tool`: the private key never leaves the token. */
export async function openTokenSigner(token: TokenKey): Promise<Signer> {
  return inFolder(async (folder) => {
    const call = calling(token, folder);
    const described = findToken((await call(['--list-token-slots'])).toString('utf8'), token.tokenLabel);
    if (described === null)
      throw new PlumblineError('input-invalid', `no token is labelled ${token.tokenLabel}`, { path: token.module });
    const output = join(folder.path, 'key');
    await call([
      ...loggedIn(token),
      '--read-object',
      '--type',
      'pubkey',
      '--label',
      token.keyLabel,
      '--output-file',
      output,
    ]);
    const publicKey = createPublicKey({ key: await readFile(output), format: 'der', type: 'spki' });
    const algorithm = keyAlgorithm(publicKey);
    if (algorithm === null)
      throw new PlumblineError('input-invalid', 'only keys of Ed25519 and P-256 sign', { path: token.module });
    return {
      format: 'raw',
      algorithm,
      publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      keyId: keyIdOf(publicKey),
      custody: { kind: 'token', ...described },
      sign: (message) => signMessage(token, algorithm, message),
    };
  });
}

function signMessage(token: TokenKey, algorithm: Signer['algorithm'], message: MessageSource): Promise<Uint8Array> {
  return inFolder(async (folder) => {
    const output = join(folder.path, 'signature');
    const [mechanism, ...format] = mechanisms[algorithm];
    const input = await messageFile(message, folder.path);
    const files = ['--input-file', input, '--output-file', output];
    const args = ['--sign', '--mechanism', mechanism, ...format, '--label', token.keyLabel, ...files];
    await calling(token, folder)([...loggedIn(token), ...args]);
    return readFile(output);
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
