// SPDX-License-Identifier: Apache-2.0
import { openFileKey } from '@plumbline/adapters/signers/file-key/open-file-key';
import { openSshSigner } from '@plumbline/adapters/signers/ssh/open-ssh-signer';
import { openTokenSigner } from '@plumbline/adapters/signers/token/open-token-signer';
import { PlumblineError } from '@plumbline/core/errors';
import type { Signer } from '@plumbline/core/signing/signer';
import type { Terminal } from '../terminal/terminal.ts';
import { openKmsSigner } from './open-kms-signer.ts';
import { readSecret } from './read-secret.ts';
import type { RunSignOptions } from './sign-options.ts';

/** The signer that the options name; exactly one. Throws `usage`, and what opening it throws. */
export async function chooseSigner(options: RunSignOptions, terminal: Terminal): Promise<Signer> {
  const { key, pkcs11Module, sshKey, kms } = options;
  const named = [key, pkcs11Module, sshKey, kms].filter((one) => one !== undefined);
  if (named.length !== 1)
    throw new PlumblineError(
      'usage',
      'one key has to sign (--key, --pkcs11-module, --ssh-key or --kms), or none (--keyless)',
      {
        next: 'openssl genpkey -algorithm ed25519 -aes256 -out release.key makes one',
      },
    );
  if (key !== undefined) {
    const place = { what: 'passphrase of the key', file: options.passphraseFile, variable: 'PLUMBLINE_PASSPHRASE' };
    return openFileKey(key, () => readSecret(place, terminal));
  }
  if (kms !== undefined) return openKmsSigner(kms, options.offline === true);
  return sshKey === undefined ? openToken(options, terminal) : openSshSigner(sshKey, options.namespace);
}

async function openToken(options: RunSignOptions, terminal: Terminal): Promise<Signer> {
  const { pkcs11Module: module, token: tokenLabel, keyLabel, pinFile } = options;
  if (module === undefined || tokenLabel === undefined || keyLabel === undefined)
    throw new PlumblineError('usage', 'a token is named by --pkcs11-module, --token and --key-label together');
  const pin = await readSecret({ what: 'PIN of the token', file: pinFile, variable: 'PLUMBLINE_PIN' }, terminal);
  return openTokenSigner({ module, tokenLabel, keyLabel, pin });
}
