// SPDX-License-Identifier: Apache-2.0
import type { ProvenSigner } from '@plumbline/core/verification/signature-check';
import { expect, test } from 'vitest';
import { countSigners } from './count-signers.ts';
import type { Attempt } from './verification.ts';

const attempt = (signer: ProvenSigner | null, trusted = 'us'): Attempt => ({
  file: 'f',
  place: 1,
  trusted,
  outcome: 'verified',
  steps: [],
  signer,
  signedAt: null,
  statement: null,
  bill: null,
});
const key = (keyId: string, ...subjects: readonly string[]): Attempt => attempt({ keyId, issuer: null, subjects });
const vouched = (issuer: string, subject: string, keyId: string): Attempt =>
  attempt({ keyId, issuer, subjects: [subject] });

const subkey = (keyId: string): Attempt => attempt({ keyId, issuer: null, subjects: [], fingerprint: 'f' });

test.each([
  ['two keys', [key('1'), key('2')], 2],
  ['one key under two names', [key('1'), { ...key('1'), trusted: 'them' }], 1],
  ['one key of two principals', [key('1', 'ada'), key('1', 'bob')], 1],
  ['two keys of one principal', [key('1', 'ada'), key('2', 'ada')], 1],
  ['two principals, whom a third line of theirs makes one', [key('1', 'ada'), key('2', 'bob'), key('1', 'bob')], 1],
  ['two keys of anybody', [key('1', '*@example.com'), key('2', '*@example.com')], 2],
  ['one address, twice certified', [vouched('idp', 'ada', '1'), vouched('idp', 'ada', '2')], 1],
  ['one address, of two providers', [vouched('idp', 'ada', '1'), vouched('other', 'ada', '2')], 1],
  ['one address, with a key and without', [key('1', 'ada'), vouched('idp', 'ada', '2')], 1],
  ['a user of OpenPGP and a principal of SSH', [key('1', 'Ada <ada@example.com>'), key('2', 'ada@example.com')], 1],
  ['two subkeys of one key', [subkey('1'), subkey('2')], 1],
  ['two addresses', [vouched('idp', 'ada', '1'), vouched('idp', 'bob', '2')], 2],
  ['nobody proved, by the name in the policy', [attempt(null, 'us'), attempt(null, 'us'), attempt(null, 'them')], 2],
  ['none', [], 0],
])('%s', (_, attempts, count) => {
  expect(countSigners(attempts)).toBe(count);
});
