// SPDX-License-Identifier: Apache-2.0
import type { OpenPgpSigner } from '@plumbline/core/verification/trust-policy';
import { expect, test } from 'vitest';
import {
  armored,
  certificateOf,
  flags,
  framed,
  makeTestKey,
  makeTestSignature,
  packet,
  type TestKey,
  type TestSignature,
} from '../../testing/openpgp-key.ts';
import { checkGitObject } from '../git-objects/check-git-object.ts';
import { parseObjectSignature } from '../git-objects/parse-object-signature.ts';

const payload = Buffer.from('tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n\nHang the lantern\n');
const period = { validFrom: null, validUntil: null, revokedOn: null, revokedBecause: null };

const keyring = (...packets: readonly Uint8Array[]): string => armored('PGP PUBLIC KEY BLOCK', ...packets);
const signed = (key: TestKey, more: Partial<TestSignature> = {}): string =>
  armored('PGP SIGNATURE', packet(2, makeTestSignature(key, { type: 0, about: [payload], ...more })));

async function said(signature: string, keys: string, fingerprints: readonly string[] = []): Promise<string> {
  const signer: OpenPgpSigner = { kind: 'openpgp', name: 'us', keys, fingerprints, period };
  const check = await checkGitObject(parseObjectSignature(signature), signer, payload);
  const failed = check.steps.find(({ outcome }) => outcome === 'failed');
  return failed === undefined ? check.outcome : `${failed.step}: ${failed.because}`;
}

test.each([4, 6] as const)('a good signature of a key of version %i', async (version) => {
  const key = makeTestKey(version);
  const keys = keyring(...certificateOf(key));
  expect(await said(signed(key), keys)).toBe('valid');
  expect(await said(signed(key, { digest: 'sha512' }), keys)).toBe('valid');
  expect(await said(signed(key, { about: [Buffer.from('another')] }), keys)).toContain('signature: it is no signature');
  expect(await said(signed(makeTestKey(version)), keys)).toContain('is none of us');
});

test('only the keys count whose fingerprints the policy names', async () => {
  const [one, other] = [makeTestKey(), makeTestKey()];
  const keys = keyring(...certificateOf(one), ...certificateOf(other));
  expect(await said(signed(other), keys)).toBe('valid');
  expect(await said(signed(other), keys, [one.fingerprint])).toContain('identity');
  expect(await said(signed(one), keys, [one.fingerprint])).toBe('valid');
});

test('another key that claims a key id of somebody trusted signs nothing', async () => {
  const [trusted, other] = [makeTestKey(), makeTestKey()];
  const claims = { ...other, fingerprint: trusted.fingerprint };
  expect(await said(signed(claims), keyring(...certificateOf(trusted)))).toContain('signature: it is no signature');
});

test.each([
  ['a digest that counts for nothing', { digest: 'sha1' }, 'signature: it is made over SHA1'],
  ['a signature over a text', { type: 0x01 }, 'form: it is over a text, whose line ends may change'],
  ['a signature over nothing, a key, anything but bytes', { type: 0x02 }, 'form: it is no signature over a document'],
  [
    'a part that must be understood',
    { hashed: [[0x80 | 20, Buffer.alloc(9)]] },
    'form: the OpenPGP signature cannot be read',
  ],
  ['one that is older than its key', { createdAt: 1_600_000_000 }, 'key-period: it says that it was made before'],
] as const)('refused: %s', async (_, more, expected) => {
  const key = makeTestKey();
  expect(await said(signed(key, more as Partial<TestSignature>), keyring(...certificateOf(key)))).toContain(expected);
});

test.each([
  ['SHA-1 only', { digest: 'sha1' }, 'no digest that counts'],
  ['another key', { about: [Buffer.from('of another key')] }, 'no digest that counts'],
  ['not for signing', { hashed: [[27, Buffer.of(flags.certify)]] }, 'not for signing'],
] as const)('a key that its owner vouches for with: %s', async (_, self, expected) => {
  const key = makeTestKey();
  const keys = keyring(...certificateOf(key, self as Partial<TestSignature>));
  expect(await said(signed(key), keys)).toContain(expected);
});

function subkeyOf(
  primary: TestKey,
  subkey: TestKey,
  back: Buffer | null,
  more: Partial<TestSignature> = {},
): readonly Buffer[] {
  const hashed = [[27, Buffer.of(flags.sign)] as const, ...(back === null ? [] : [[32, back] as const])];
  const binding = makeTestSignature(primary, { type: 0x18, about: [framed(primary), framed(subkey)], hashed, ...more });
  return [packet(14, subkey.body), packet(2, binding)];
}

test('a subkey has to sign back to its primary key', async () => {
  const [primary, subkey, other] = [makeTestKey(), makeTestKey(), makeTestKey()];
  const back = (of: TestKey, to: TestKey): Buffer =>
    makeTestSignature(of, { type: 0x19, about: [framed(to), framed(subkey)] });
  const with_ = (of: Buffer | null, more: Partial<TestSignature> = {}): string =>
    keyring(...certificateOf(primary), ...subkeyOf(primary, subkey, of, more));
  expect(await said(signed(subkey), with_(back(subkey, primary)))).toBe('valid');
  // Somebody adopts the signing subkey of another, who has signed back to his own primary key only.
  expect(await said(signed(subkey), with_(null))).toContain('has not signed back');
  expect(await said(signed(subkey), with_(back(subkey, other)))).toContain('has not signed back');
  expect(await said(signed(subkey), with_(back(other, primary)))).toContain('has not signed back');
  expect(await said(signed(subkey), with_(back(subkey, primary), { digest: 'sha1' }))).toContain('has not bound');
  expect(await said(signed(subkey), with_(back(subkey, primary), { hashed: [] }))).toContain('not for signing');
});

test('a subkey that nobody bound is no key', async () => {
  const [primary, subkey] = [makeTestKey(), makeTestKey()];
  const keys = keyring(...certificateOf(primary), packet(14, subkey.body));
  expect(await said(signed(subkey), keys)).toContain('has not bound');
});

test('a revocation counts whatever its digest, and only by the key itself', async () => {
  const [key, other] = [makeTestKey(), makeTestKey()];
  const revocation = (by: TestKey): Buffer =>
    packet(2, makeTestSignature(by, { type: 0x20, about: [framed(key)], digest: 'sha1' }));
  const [first, ...rest] = certificateOf(key);
  const signer = (by: TestKey): OpenPgpSigner => ({
    kind: 'openpgp',
    name: 'us',
    keys: keyring(first ?? Buffer.alloc(0), revocation(by), ...rest),
    fingerprints: [],
    period,
  });
  const parsed = parseObjectSignature(signed(key));
  const revokedOn = new Date(key.createdAt * 1000).toISOString();
  expect((await checkGitObject(parsed, signer(key), payload)).period).toMatchObject({ revokedOn });
  expect((await checkGitObject(parsed, signer(other), payload)).period).toMatchObject({ revokedOn: null });
});

test('a revocation counts wherever it stands: in a block of its own, behind the subkeys of another key', async () => {
  const [key, other, subkey] = [makeTestKey(), makeTestKey(), makeTestKey()];
  const back = makeTestSignature(subkey, { type: 0x19, about: [framed(other), framed(subkey)] });
  const revocation = packet(2, makeTestSignature(key, { type: 0x20, about: [framed(key)] }));
  const keys =
    keyring(...certificateOf(key)) +
    keyring(...certificateOf(other), ...subkeyOf(other, subkey, back)) +
    keyring(revocation);
  const signer: OpenPgpSigner = { kind: 'openpgp', name: 'us', keys, fingerprints: [], period };
  const revokedOn = async (by: TestKey): Promise<string | null | undefined> =>
    (await checkGitObject(parseObjectSignature(signed(by)), signer, payload)).period?.revokedOn;
  expect(await revokedOn(key)).toBe(new Date(key.createdAt * 1000).toISOString());
  expect(await revokedOn(other)).toBeNull();
  expect(await revokedOn(subkey)).toBeNull();
});

test('two signatures, trailing text and damaged armor are no signature', async () => {
  const key = makeTestKey();
  const keys = keyring(...certificateOf(key));
  const body = packet(2, makeTestSignature(key, { type: 0, about: [payload] }));
  expect(await said(armored('PGP SIGNATURE', body, body), keys)).toContain('more than one signature');
  expect(await said(`${signed(key)}and more\n`, keys)).toContain('something follows');
  expect(await said(signed(key).replace('\n\n', '\n'), keys)).toContain('armor is damaged');
  expect(await said(armored('PGP SIGNATURE', key.body), keys)).toContain('form');
  expect(await said(armored('PGP SIGNATURE', body.subarray(0, -1)), keys)).toContain('it ends too early');
});
