// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { publicGood } from '../conformance/trust.ts';
import { useWorkshop, type Verified } from './workshop.ts';

// A bundle of 19 March 2024, held against roots whose authorities and logs counted at another time.
const { write, verify } = useWorkshop();
const folder = new URL('../conformance/sigstore/', import.meta.url);
const bundle = fileURLToPath(new URL('happy-path-v0.3/bundle.sigstore.json', folder));
const artifact = fileURLToPath(new URL('a.txt', folder));
const issuer = 'https://token.actions.githubusercontent.com';

type Period = { start?: string; end?: string };
type Root = {
  readonly tlogs: readonly { readonly publicKey: { validFor: Period } }[];
  readonly ctlogs: readonly { readonly publicKey: { validFor: Period } }[];
  readonly certificateAuthorities: { validFor: Period; readonly certChain: { certificates: object[] } }[];
};

function held(change: (root: Root) => void, signer: object = {}): Promise<Verified> {
  const root = JSON.parse(publicGood.text) as Root;
  change(root);
  write('root.json', JSON.stringify(root));
  const sigstore = { root: 'root.json', issuer, subject: '**', ...signer };
  const policy = { signers: [{ name: 'workflow', sigstore }], require: [{ name: 's', signers: ['workflow'] }] };
  return verify(artifact, [], { trust: write('root-trust.yaml', stringify(policy)), attestation: [bundle] });
}

const [before, after] = [
  { start: '2020-01-01T00:00:00Z', end: '2024-03-01T00:00:00Z' },
  { start: '2024-04-01T00:00:00Z' },
];

test('the root as it is, and one whose authority ended since', async () => {
  expect(await held(() => undefined)).toMatchObject({ code: 0 });
  const ended = await held(({ certificateAuthorities }) => {
    for (const one of certificateAuthorities)
      one.validFor = { start: '2020-01-01T00:00:00Z', end: '2024-04-01T00:00:00Z' };
  });
  expect(ended.code).toBe(0);
});

test.each<[string, string, (root: Root, period: Period) => void]>([
  [
    'an authority',
    'certificate',
    ({ certificateAuthorities }, period) => certificateAuthorities.forEach((one) => (one.validFor = period)),
  ],
  [
    'the log of certificates',
    'certificate',
    ({ ctlogs }, period) => ctlogs.forEach((one) => (one.publicKey.validFor = period)),
  ],
  ['the transparency log', 'log', ({ tlogs }, period) => tlogs.forEach((one) => (one.publicKey.validFor = period))],
])('%s that counted only before, or only after', async (_, step, change) => {
  for (const period of [before, after]) {
    const verified = await held((root) => change(root, period));
    expect(verified.code).toBe(1);
    expect(verified.text).toContain(`✗ ${step}`);
    expect(verified.text).toContain('What to do:');
  }
});

test('an authority that does not say since when it counts is trusted for nothing', async () => {
  const verified = await held(({ certificateAuthorities }) =>
    certificateAuthorities.forEach((one) => (one.validFor = {})),
  );
  expect(verified).toMatchObject({ code: 1, text: expect.stringContaining('does not say since when it counts') });
});

test('a root without the certificate in between, or with another one, leads nowhere', async () => {
  const without = await held(({ certificateAuthorities }) => {
    for (const one of certificateAuthorities) one.certChain.certificates = one.certChain.certificates.slice(-1);
  });
  expect(without).toMatchObject({ code: 1, text: expect.stringContaining('✗ certificate') });
});

test.each([
  [
    'another repository of a similar name',
    { subject: 'https://github.com/sigstore-conformance/extremely-dangerous-public-oidc-beacon-evil/**' },
  ],
  ['an owner behind a star that stops at a slash', { subject: 'https://github.com/sigstore-conformance/*' }],
  ['another issuer with ours in front', { issuer: `${issuer}.evil.com` }],
  ['an issuer in other letters', { issuer: issuer.replace('actions', '\u0430ctions') }],
])('an identity is what the policy says and nothing near it: %s', async (_, signer) => {
  const verified = await held(() => undefined, signer);
  expect(verified).toMatchObject({ code: 1, text: expect.stringContaining('✗ identity') });
  expect(verified.text).toContain('It is a signature of somebody else than whom you trust');
});

test('the same bundle says nothing about another file, and that is the row that fails', async () => {
  const sigstore = { issuer, subject: '**' };
  const policy = { signers: [{ name: 'workflow', sigstore }], require: [{ name: 's', signers: ['workflow'] }] };
  const trust = write('any.yaml', stringify(policy));
  const changed = Buffer.concat([readFileSync(artifact), Buffer.of(0x0a)]);
  const verified = await verify(write('a.txt', changed), [], { trust, attestation: [bundle] });
  expect(verified).toMatchObject({ code: 1, text: expect.stringContaining('✗ artifact') });
  expect(verified.text).toContain('another file');
});
