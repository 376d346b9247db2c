// SPDX-License-Identifier: Apache-2.0
import type { KeyAttestation } from '@plumbline/core/signing/key-attestation';
import type { KeyCustody } from '@plumbline/core/signing/signer';
import { expect, test } from 'vitest';
import { custodyWords } from './custody-words.ts';

const attestation: KeyAttestation = {
  format: 'yubikey-piv',
  root: { subject: 'CN=Root', sha256: '0'.repeat(64), pinned: false },
  serial: '123',
  firmware: '5.7.4',
  aaguid: null,
  pinPolicy: 'once',
  touchPolicy: 'always',
};
const token = { kind: 'token', label: 'release', manufacturer: null, model: 'M', serial: '1' } as const;
const cloud = { kind: 'cloud', service: 'aws-kms', key: 'arn' } as const;

test.each<readonly [KeyCustody, string]>([
  [{ kind: 'file', encrypted: false }, 'a file, NOT encrypted'],
  [token, 'the token release (M, 1, what the token allows is not said)'],
  [
    {
      ...token,
      attributes: { sensitive: true, alwaysSensitive: true, neverExtractable: true, local: true, hardware: true },
      attestation,
    },
    'the token release (M, 1, made in the token, never extractable, attested by CN=Root, a root that you named, serial 123, firmware 5.7.4, PIN: once, touch: always)',
  ],
  [
    { ...cloud, protection: 'hardware', origin: 'imported' },
    'aws-kms as arn (protection: hardware, IMPORTED, so it may exist elsewhere)',
  ],
  [{ ...cloud, protection: null }, 'aws-kms as arn (how is not said)'],
  [
    { ...cloud, protection: 'hardware', origin: null, exportable: true },
    'aws-kms as arn (protection: hardware, EXPORTABLE)',
  ],
  [
    { kind: 'ssh', keyType: 'sk-ssh-ed25519@openssh.com', hardware: true },
    'SSH (sk-ssh-ed25519@openssh.com, in a security key)',
  ],
])('%j', (custody, words) => {
  expect(custodyWords(custody)).toBe(words);
});

test('what a token calls itself is shown as text', () => {
  expect(custodyWords({ ...token, label: 'a\u001b[31mb\n' })).not.toMatch(/[\u001b\n]/u);
});
