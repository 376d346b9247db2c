// SPDX-License-Identifier: Apache-2.0
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PlumblineError } from '@plumbline/core/errors';
import type { Signer } from '@plumbline/core/signing/signer';
import type { TokenKeyAttributes } from '@plumbline/core/signing/token-key-attributes';
import { inTemporaryFolder } from '../../platform/files/temporary-folder.ts';
import { inherited } from '../../platform/git/git-environment.ts';
import { callSigningProgram } from '../../platform/keys/call-signing-program.ts';
import { createDigestSigner } from '../../platform/keys/create-digest-signer.ts';
import { readPublicKey } from '../../platform/keys/read-public-key.ts';
import { findKeyAttributes, findKeyId, findToken } from './find-token.ts';
import { tokenFault } from './token-fault.ts';

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
  return inTemporaryFolder(async (folder) => {
    const call = calling(token, folder);
    const described = findToken((await call(['--list-token-slots'])).toString('utf8'), token.tokenLabel);
    if (described === null)
      throw new PlumblineError('input-invalid', `no token is labelled ${token.tokenLabel}`, {
        path: token.module,
        next: 'pkcs11-tool --module LIBRARY --list-token-slots prints the labels',
      });
    const listing = await call([...loggedIn(token), '--list-objects', '--type', 'pubkey']);
    // Signing by label is not what every version of the tool does: the id names the key everywhere.
    const id = findKeyId(listing.toString('utf8'), token.keyLabel);
    if (id === null)
      throw new PlumblineError(
        'input-invalid',
        `no key of the token, or more than one, is labelled ${token.keyLabel}`,
        {
          path: token.module,
          next: 'pkcs11-tool --module LIBRARY --token-label TOKEN --list-objects --type pubkey prints the labels',
        },
      );
    const output = join(folder, 'key');
    await call([...loggedIn(token), '--read-object', '--type', 'pubkey', '--id', id, '--output-file', output]);
    const publicKey = readPublicKey(await readFile(output));
    if (publicKey === null)
      throw new PlumblineError('input-invalid', 'only keys of P-256 sign in a token', { path: token.module });
    const attributes = await keyAttributes(token, call, id);
    return createDigestSigner({
      place: 'a token',
      publicKey,
      custody: { kind: 'token', ...described, ...(attributes === null ? {} : { attributes }) },
      signDigest: (digest) => signDigest(token, id, digest),
    });
  });
}

/** Signing needs none of this, so that a token that does not say it signs all the same. */
async function keyAttributes(token: TokenKey, call: Call, id: string): Promise<TokenKeyAttributes | null> {
  const listing = await call([...loggedIn(token), '--list-objects', '--type', 'privkey']).catch(() => null);
  if (listing === null) return null;
  const slot = ['--token-label', token.tokenLabel, '--list-mechanisms'];
  const mechanisms = await call(slot).catch(() => Buffer.alloc(0));
  return findKeyAttributes(listing.toString('utf8'), id, mechanisms.toString('utf8'));
}

/** The token signs the digest: few tokens hash, and none need the whole file then. */
function signDigest(token: TokenKey, id: string, digest: Buffer): Promise<Uint8Array> {
  return inTemporaryFolder(async (folder) => {
    const [input, output] = [join(folder, 'digest'), join(folder, 'signature')];
    await writeFile(input, digest);
    const files = ['--input-file', input, '--output-file', output];
    const args = ['--sign', '--mechanism', 'ECDSA', '--signature-format', 'openssl', '--id', id];
    await calling(token, folder)([...loggedIn(token), ...args, ...files]);
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

type Call = (args: readonly string[]) => Promise<Buffer>;

function calling({ module, pin }: TokenKey, folder: string): Call {
  return (args) =>
    callSigningProgram({
      program: 'pkcs11-tool',
      args: ['--module', module, ...args],
      environment: { ...inherited('HOME', 'SOFTHSM2_CONF', 'YUBIHSM_PKCS11_CONF'), [pinVariable]: pin },
      workingDirectory: folder,
      install: 'install OpenSC (Debian: apt install opensc)',
    }).catch((error: unknown) => {
      throw tokenFault(error, module);
    });
}
