// SPDX-License-Identifier: Apache-2.0
import type { ProvenSigner, SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { OpenPgpSigner, SigstoreSigner, SshSigner } from '@plumbline/core/verification/trust-policy';
import { expect, test } from 'vitest';
import { judgeIdentity } from './judge-identity.ts';

const anybody: SigstoreSigner = {
  kind: 'sigstore',
  name: 'us',
  root: { from: 'root.json', text: '{}' },
  issuer: '**',
  subject: '**',
  logRequired: true,
  timestampRequired: true,
};
const ssh: SshSigner = {
  kind: 'ssh',
  name: 'us',
  allowedSigners: '',
  principal: '**',
  namespace: 'file',
  period: { validFrom: null, validUntil: null, revokedOn: null, revokedBecause: null },
};

const openpgp: OpenPgpSigner = { kind: 'openpgp', name: 'us', keys: '', fingerprints: [], period: ssh.period };

const found = (signer: ProvenSigner | null, outcome: SignatureCheck['outcome'] = 'valid'): SignatureCheck => ({
  outcome,
  steps: [],
  signer,
  signedAt: null,
});
const proven = (issuer: string | null, ...subjects: readonly string[]): ProvenSigner => ({
  keyId: '0'.repeat(64),
  issuer,
  subjects,
});

test.each([
  ['somebody', anybody, found(proven('https://idp.example', 'ada@example.com')), 'passed'],
  ['a name that nobody vouches for', anybody, found(proven(null, 'ada@example.com')), 'failed'],
  ['a provider that vouches for nobody', anybody, found(proven('https://idp.example')), 'failed'],
  ['a certificate that says nothing', anybody, found(proven(null)), 'failed'],
  ['nobody', anybody, found(null), 'failed'],
  ['an SSH key without principals', ssh, found(proven(null)), 'failed'],
  ['an OpenPGP key without users', openpgp, found(proven(null)), 'passed'],
  ['no OpenPGP key', openpgp, found(null), 'failed'],
  ['a proof that is not there', anybody, found(proven(null), 'undecided'), 'not-checked'],
] as const)('a good signature is of %s, where anybody is trusted', (_, signer, check, outcome) => {
  expect(judgeIdentity(signer, check)).toMatchObject([{ step: 'identity', outcome }]);
});
