// SPDX-License-Identifier: Apache-2.0
import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { createDigestSigner } from './create-digest-signer.ts';
import { messageOf } from './read-whole.ts';

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const content = Buffer.from('lantern');
const custody = { kind: 'file', encrypted: false } as const;
const signer = (signDigest: (digest: Buffer) => Promise<Uint8Array>): ReturnType<typeof createDigestSigner> =>
  createDigestSigner({ place: 'a place', publicKey, custody, signDigest });

test('the digest is what is sent, and what comes back is verified', async () => {
  const digests: string[] = [];
  const { sign: signs } = signer((digest) => {
    digests.push(digest.toString('hex'));
    return Promise.resolve(sign('sha256', content, privateKey));
  });
  expect(verify('sha256', content, publicKey, await signs(messageOf(content)))).toBe(true);
  expect(digests).toEqual([createHash('sha256').update(content).digest('hex')]);
});

test.each([
  ['nothing', () => new Uint8Array()],
  ['a signature over something else', () => sign('sha256', Buffer.from('x'), privateKey)],
  ['one of another key', () => sign('sha256', content, generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey)],
])('%s is refused', async (_, answer) => {
  const signed = signer(() => Promise.resolve(answer())).sign(messageOf(content));
  await expect(signed).rejects.toMatchObject({ code: 'signing-failed', message: expect.stringContaining('a place') });
});

test('only P-256 signs', () => {
  const { publicKey: other } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const sending = { place: 'a place', publicKey: other, custody, signDigest: () => Promise.resolve(new Uint8Array()) };
  expect(() => createDigestSigner(sending)).toThrow('only keys of P-256 sign in a place');
});
