// SPDX-License-Identifier: Apache-2.0
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { PlumblineError } from '@plumbline/core/errors';
import type { Signer } from '@plumbline/core/signing/signer';
import { readRegularFile } from '../../platform/files/read-regular-file.ts';
import { unreadWords } from '../../platform/files/unread-words.ts';
import { keyAlgorithm } from '../../platform/keys/key-algorithm.ts';
import { keyIdOf } from '../../platform/keys/key-id.ts';
import { publicKeyPem } from '../../platform/keys/public-key-pem.ts';
import { signMessage } from '../../platform/keys/sign-message.ts';

const bytesMax = 64 * 1024;

/**
 * The signer of a PKCS#8 key in PEM, encrypted or not: Ed25519 or P-256. `passphrase` is asked only for an encrypted one. Throws
 * `input-unreadable` and `input-invalid`; no message repeats anything of the key or the passphrase.
 */
export async function openFileKey(path: string, passphrase: () => Promise<string>): Promise<Signer> {
  const file = await readRegularFile(path, { bytesMax, followLink: true });
  if (file.state !== 'read')
    throw new PlumblineError('input-unreadable', `the key cannot be read: ${unreadWords[file.state]}`, { path });
  const pem = file.bytes.toString('utf8');
  const encrypted = /^-----BEGIN ENCRYPTED PRIVATE KEY-----\r?$/mu.test(pem);
  if (!encrypted && !/^-----BEGIN PRIVATE KEY-----\r?$/mu.test(pem)) throw otherForm(pem, path);
  const key = parseKey(pem, path, encrypted ? await passphrase() : null);
  const algorithm = keyAlgorithm(key);
  if (algorithm === null) throw invalid(path, 'only keys of Ed25519 and P-256 sign');
  const publicKey = createPublicKey(key);
  return {
    format: 'raw',
    algorithm,
    publicKey: publicKeyPem(publicKey),
    keyId: keyIdOf(publicKey),
    custody: { kind: 'file', encrypted },
    sign: (message) => signMessage(key, message),
  };
}

/** What people name instead of a private key in PKCS#8, and what helps then. */
const otherForms: readonly (readonly [RegExp, string, string])[] = [
  [/^-----BEGIN OPENSSH PRIVATE KEY-----/mu, 'it is a key of OpenSSH', 'Name it with --ssh-key, and add --as detached'],
  [
    /^-----BEGIN (?:PUBLIC KEY|CERTIFICATE)-----/mu,
    'it is public, and a private key signs',
    'Name the key that it belongs to',
  ],
  [/^-----BEGIN /mu, 'it is no private key in PKCS#8', 'openssl pkcs8 -topk8 converts other forms'],
];

function otherForm(pem: string, path: string): PlumblineError {
  const [, because, next] = otherForms.find(([form]) => form.test(pem)) ?? [
    null,
    'it is no private key in PKCS#8 and PEM',
    'openssl genpkey -algorithm ed25519 -aes256 -out release.key makes one',
  ];
  return invalid(path, because, next);
}

function parseKey(pem: string, path: string, passphrase: string | null): KeyObject {
  try {
    return createPrivateKey({ key: pem, format: 'pem', ...(passphrase === null ? {} : { passphrase }) });
  } catch {
    // The library's words are not passed on: they may quote what they could not read.
    if (passphrase === null) throw invalid(path, 'the key cannot be read');
    const next = 'It is taken from --passphrase-file, else from PLUMBLINE_PASSPHRASE, else asked for';
    throw invalid(path, 'the key cannot be decrypted with this passphrase', next);
  }
}

const invalid = (path: string, because: string, next?: string): PlumblineError =>
  new PlumblineError('input-invalid', because, { path, ...(next === undefined ? {} : { next }) });
