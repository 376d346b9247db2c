// SPDX-License-Identifier: Apache-2.0
import { createPublicKey, generateKeyPairSync, type KeyObject, verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messageOf, wholeMessageBytesMax } from '../../platform/keys/read-whole.ts';
import { openFileKey } from './open-file-key.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-key-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const never = (): Promise<string> => Promise.reject(new Error('no passphrase is needed'));
const p256 = (): KeyObject => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const ed25519 = (): KeyObject => generateKeyPairSync('ed25519').privateKey;

function stored(key: KeyObject, passphrase?: string): string {
  const path = join(folder, `${Math.random()}.pem`);
  const cipher = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase };
  writeFileSync(path, key.export({ type: 'pkcs8', format: 'pem', ...cipher }));
  return path;
}

test.each([
  ['ed25519', ed25519, null],
  ['ecdsa-p256-sha256', p256, 'sha256'],
] as const)('%s signs what its public key verifies', async (algorithm, make, hash) => {
  const signer = await openFileKey(stored(make()), never);
  expect(signer).toMatchObject({ format: 'raw', algorithm, custody: { kind: 'file', encrypted: false } });
  const signature = await signer.sign(messageOf(Buffer.from('it')));
  expect(verify(hash, Buffer.from('it'), createPublicKey(signer.publicKey), signature)).toBe(true);
});

test('an encrypted key asks for its passphrase, and a wrong one is not repeated', async () => {
  const path = stored(ed25519(), 'correct horse');
  expect(await openFileKey(path, () => Promise.resolve('correct horse'))).toMatchObject({
    custody: { encrypted: true },
  });
  const wrong = openFileKey(path, () => Promise.resolve('battery staple'));
  await expect(wrong).rejects.toMatchObject({ code: 'input-invalid', message: expect.not.stringContaining('staple') });
});

test('other keys and other files are refused', async () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  await expect(openFileKey(stored(rsa), never)).rejects.toMatchObject({ code: 'input-invalid' });
  const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;
  await expect(openFileKey(stored(p384), never)).rejects.toMatchObject({ code: 'input-invalid' });
  const path = join(folder, 'other');
  writeFileSync(path, p256().export({ type: 'sec1', format: 'pem' }));
  await expect(openFileKey(path, never)).rejects.toMatchObject({ next: expect.stringContaining('pkcs8') as string });
  writeFileSync(path, createPublicKey(p256()).export({ type: 'spki', format: 'pem' }));
  await expect(openFileKey(path, never)).rejects.toMatchObject({
    message: expect.stringContaining('public') as string,
  });
  writeFileSync(path, '-----BEGIN OPENSSH PRIVATE KEY-----\n');
  await expect(openFileKey(path, never)).rejects.toMatchObject({
    next: expect.stringContaining('--ssh-key') as string,
  });
  await expect(openFileKey(join(folder, 'none'), never)).rejects.toMatchObject({ code: 'input-unreadable' });
});

test('Ed25519 says that a file is too large instead of holding it', async () => {
  const signer = await openFileKey(stored(ed25519()), never);
  const large = { ...messageOf(new Uint8Array()), size: wholeMessageBytesMax + 1 };
  await expect(signer.sign(large)).rejects.toMatchObject({ code: 'input-too-large' });
});
