// SPDX-License-Identifier: Apache-2.0
import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { derSignature } from './der-signature.ts';
import { azureCustody } from './open-azure-key-vault-signer.ts';
import { parseAzureKeyVaultUri } from './parse-azure-key-vault-uri.ts';

const version = '78deebed173b48e48f55abf87ed4cf71';

test.each([
  [
    `azurekms://us.vault.azure.net/release/${version}`,
    { vault: 'https://us.vault.azure.net', name: 'release', version },
  ],
  [
    'azurekms://us.managedhsm.azure.net/release',
    { vault: 'https://us.managedhsm.azure.net', name: 'release', version: null },
  ],
])('%s', (uri, key) => {
  expect(parseAzureKeyVaultUri(uri)).toEqual(key);
});

test.each([
  'azurekms://us',
  'azurekms:///release',
  'azurekms://us/release/1',
  'azurekms://us/a_b',
  'azurekms://x@us/a',
])('refused: %s', (uri) => {
  expect(parseAzureKeyVaultUri(uri)).toBeNull();
});

test.each([
  ['EC-HSM', undefined, { protection: 'hardware' }],
  ['EC', false, { protection: 'software', exportable: false }],
  ['EC-HSM', true, { protection: 'hardware', exportable: true }],
  ['oct', undefined, { protection: null }],
])('a key of type %s, exportable %s', (keyType, exportable, expected) => {
  const properties = exportable === undefined ? {} : { exportable };
  expect(azureCustody('id', { keyType, properties })).toEqual({
    kind: 'cloud',
    service: 'azure-key-vault',
    key: 'id',
    origin: null,
    ...expected,
  });
});

test('r and s become DER that OpenSSL takes, with every length that they can have', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  for (let count = 0; count < 200; count += 1) {
    const message = Buffer.from([count]);
    const raw = sign('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' });
    expect(verify('sha256', message, publicKey, derSignature(raw))).toBe(true);
  }
  const small = Buffer.alloc(64);
  small[31] = 1;
  small[32] = 0x80;
  expect(Buffer.from(derSignature(small)).toString('hex')).toBe(`30260201010221008${'0'.repeat(63)}`);
  expect(Buffer.from(derSignature(Buffer.alloc(64))).toString('hex')).toBe('3006020100020100');
  expect(derSignature(Buffer.alloc(63))).toHaveLength(0);
});
