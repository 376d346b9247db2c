// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { armored, certificateOf, makeTestKey } from '../testing/openpgp-key.ts';
import { readTrustPolicy } from './read-trust-policy.ts';
import { renderTrustPolicy } from './render-trust-policy.ts';

const key = makeTestKey();
const keys = armored('PGP PUBLIC KEY BLOCK', ...certificateOf(key));
const line = 'ada@example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGHOlp6InAddhESoQ+X16zdAS+eBiHaqoea+j8xMem7g';
const signers = [
  { name: 'bob', ssh: { allowedSigners: line } },
  { name: 'ada', openpgp: { keys, fingerprints: [key.fingerprint.toUpperCase()] } },
];
const read = (git: object, more: object = {}): ReturnType<typeof readTrustPolicy> =>
  readTrustPolicy(stringify({ signers, git, ...more }), '/somewhere/trust.yaml');
const rule = { signers: ['ada', 'bob'] };

test('what is left out of it is refused, not looked at, or as commits', async () => {
  const { git, requirements } = await read({ commits: rule, tags: rule });
  expect(requirements).toEqual([]);
  expect(git).toMatchObject({
    signers: [
      { kind: 'ssh', name: 'bob' },
      { kind: 'openpgp', name: 'ada', fingerprints: [key.fingerprint] },
    ],
    requirements: {
      commits: { signers: ['ada', 'bob'], unsigned: 'refused' },
      merges: null,
      merged: null,
      bots: [],
      tags: { names: ['**'] },
      keysCount: 'stated',
    },
  });
});

test('what is written is read back', async () => {
  const bots = [{ authors: ['*[bot]@example.com'], signers: ['bob'], unsigned: 'accepted' }];
  const policy = await read({ commits: rule, merges: rule, merged: rule, bots, tags: rule, keysCount: 'now' });
  const written = renderTrustPolicy(policy, '/somewhere/trust.yaml');
  expect(await readTrustPolicy(written, '/somewhere/trust.yaml')).toEqual(policy);
});

test.each([
  ['nothing asked', {}, 'neither for commits nor for tags'],
  ['exceptions to nothing', { merges: rule, tags: rule }, 'exceptions to commits'],
  ['nobody', { commits: { signers: [] } }, 'names no signer'],
  ['somebody who is not there', { commits: { signers: ['eve'] } }, 'eve is no signer'],
  ['a misspelt member', { commit: rule }, 'is not known here'],
])('refused: %s', async (_, git, because) => {
  await expect(read(git)).rejects.toMatchObject({ code: 'policy-invalid', message: expect.stringContaining(because) });
});

test.each([
  ['a fingerprint that is not there', { keys, fingerprints: ['0'.repeat(40)] }, 'no key there has the fingerprint'],
  ['a key id for a fingerprint', { keys, fingerprints: [key.fingerprint.slice(-16)] }, 'a fingerprint in hexadecimal'],
  ['no keys', { keys: 'none' }, 'no PGP PUBLIC KEY BLOCK is there'],
  ['a private key', { keys: armored('PGP PRIVATE KEY BLOCK', key.body) }, 'that is a private key'],
  ['damaged keys', { keys: keys.replace('\n\n', '\n\nAAAA') }, 'cannot be read'],
])('no signer: %s', async (_, openpgp, because) => {
  const more = { signers: [{ name: 'ada', openpgp }] };
  await expect(read({ commits: rule }, more)).rejects.toMatchObject({ message: expect.stringContaining(because) });
});

test('keys of OpenPGP sign artifacts, too', async () => {
  const more = { require: [{ name: 'signature', signers: ['ada'] }] };
  expect(await read({ commits: rule }, more)).toMatchObject({
    requirements: [{ signers: ['ada'] }],
    signers: expect.arrayContaining([expect.objectContaining({ kind: 'openpgp', name: 'ada' })]),
  });
});
