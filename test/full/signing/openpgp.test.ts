// SPDX-License-Identifier: Apache-2.0
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkGitObject } from '@plumbline/adapters/verifiers/git-objects/check-git-object';
import { parseObjectSignature } from '@plumbline/adapters/verifiers/git-objects/parse-object-signature';
import type { OpenPgpSigner } from '@plumbline/core/verification/trust-policy';
import { judgeGitKeyPeriod } from '@plumbline/engine/verify/git/judge-git-key-period';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGpgHome, type GpgHome } from './gpg-home.ts';

// Our verification beside GnuPG's: keys of every kind that GnuPG makes, in every state that it knows, over one text.
let home: GpgHome;
const content = 'tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n\nHang the lantern\n';
const at = (name: string): string => join(home.folder, name);
beforeAll(() => {
  home = createGpgHome();
  writeFileSync(at('content'), content);
  writeFileSync(at('other'), `${content}and take it down\n`);
});
afterAll(() => home.remove());

const period = { validFrom: null, validUntil: null, revokedOn: null, revokedBecause: null };

/** `valid`, or the step that failed, with the key as it is now and as it was when the signature says that it was made. */
async function ours(signature: string, keys: string, payload: string): Promise<{ now: string; stated: string }> {
  const signer: OpenPgpSigner = { kind: 'openpgp', name: 'us', keys, fingerprints: [], period };
  const asOf = new Date().toISOString();
  const parsed = parseObjectSignature(signature);
  const check = await checkGitObject(parsed, signer, Buffer.from(payload));
  const judged = (keysCount: 'now' | 'stated'): string => {
    const times = { asOf, keysCount, statedAt: null };
    const steps = [...check.steps, ...(check.outcome === 'valid' ? judgeGitKeyPeriod(signer, check, times) : [])];
    return steps.find(({ outcome }) => outcome === 'failed')?.step ?? check.outcome;
  };
  return { now: judged('now'), stated: judged('stated') };
}

/** The same words for what gpg says. It warns of what we refuse, so that its word is read together with ours. */
function gpgs(status: readonly string[]): string {
  if (status.includes('BADSIG')) return 'signature';
  if (status.includes('REVKEYSIG') || status.includes('EXPKEYSIG') || status.includes('EXPSIG')) return 'key-period';
  if (status.includes('GOODSIG') && status.includes('VALIDSIG')) return 'valid';
  return status.includes('ERRSIG') ? 'signature' : 'unknown';
}

const armored = (octets: Buffer): string =>
  `-----BEGIN PGP SIGNATURE-----\n\n${octets.toString('base64')}\n-----END PGP SIGNATURE-----\n`;

const userOf = (name: string): string => `${name} <${name}@example.com>`;

function generate(name: string, algorithm: string, ...more: readonly string[]): string {
  home.gpg(['--quick-generate-key', userOf(name), algorithm, ...more]);
  return fingerprintOf(name);
}

const fingerprintOf = (name: string): string =>
  /^fpr:+([0-9A-F]+):/mu.exec(home.gpg(['--with-colons', '--list-keys', `${name}@example.com`]))?.[1] ?? '';

const exported = (name: string): string => home.gpg(['--armor', '--export', `${name}@example.com`]);

function sign(name: string, ...options: readonly string[]): string {
  const file = at(`${name}-${options.join('')}.asc`);
  home.gpg([
    ...options,
    '--local-user',
    `${name}@example.com`,
    '--armor',
    '--yes',
    '--output',
    file,
    '--detach-sign',
    at('content'),
  ]);
  return file;
}

async function compare(name: string, file: string, expected: string): Promise<{ stated: string }> {
  const signature = readFileSync(file, 'utf8');
  const own = await ours(signature, exported(name), content);
  expect({ gpg: gpgs(home.verify(file, at('content'))), own: own.now }).toEqual({ gpg: expected, own: expected });
  expect(gpgs(home.verify(file, at('other')))).not.toBe('valid');
  expect((await ours(signature, exported(name), `${content}and take it down\n`)).now).not.toBe('valid');
  return own;
}

// GnuPG makes no digest that is shorter than a number of the curve.
test.each([
  ['rsa2048', ['SHA256', 'SHA384', 'SHA512']],
  ['rsa3072', ['SHA256', 'SHA384', 'SHA512']],
  ['rsa4096', ['SHA256', 'SHA384', 'SHA512']],
  ['ed25519', ['SHA256', 'SHA384', 'SHA512']],
  ['nistp256', ['SHA256', 'SHA384', 'SHA512']],
  ['nistp384', ['SHA384', 'SHA512']],
  ['nistp521', ['SHA512']],
])('a good signature of %s', async (algorithm, digests) => {
  generate(algorithm, algorithm, 'sign', 'never');
  for (const digest of digests)
    expect((await compare(algorithm, sign(algorithm, '--digest-algo', digest), 'valid')).stated).toBe('valid');
});

test('a subkey signs for its primary key, and not when it is revoked', async () => {
  const fingerprint = generate('subkey', 'ed25519', 'cert', 'never');
  home.gpg(['--quick-add-key', fingerprint, 'rsa3072', 'sign', '1y']);
  home.gpg(['--quick-add-key', fingerprint, 'cv25519', 'encr', '1y']);
  const file = sign('subkey');
  await compare('subkey', file, 'valid');
  const edit = 'key 1\nrevkey\ny\n2\nreplaced\n\ny\nsave\n';
  home.gpg(['--command-fd', '0', '--edit-key', fingerprint], { input: edit });
  const { stated } = await compare('subkey', file, 'key-period');
  // It was replaced, not lost: what it says that it signed before still counts where stated times do.
  expect(stated).toBe('valid');
});

test('expired keys', async () => {
  home.gpg(['--quick-generate-key', userOf('expired'), 'ed25519', 'sign', '2d'], { at: '2024-01-01T00:00:00' });
  const file = at('expired.asc');
  const args = ['--local-user', 'expired@example.com', '--armor', '--output', file, '--detach-sign', at('content')];
  home.gpg(args, { at: '2024-01-02T00:00:00' });
  expect((await compare('expired', file, 'key-period')).stated).toBe('valid');
});

test('an expired signature of a good key', async () => {
  home.gpg(['--quick-generate-key', userOf('lapsed'), 'ed25519', 'sign', 'never'], { at: '2024-01-01T00:00:00' });
  const file = at('lapsed.asc');
  const options = ['--default-sig-expire', '2d', '--local-user', 'lapsed@example.com', '--armor', '--output', file];
  home.gpg([...options, '--detach-sign', at('content')], { at: '2024-01-02T00:00:00' });
  expect((await compare('lapsed', file, 'key-period')).stated).toBe('key-period');
});

test.each([
  ['compromised', '1', 'key-period'],
  ['unexplained', '0', 'key-period'],
  ['retired', '3', 'valid'],
])('a key that its owner revoked: %s', async (name, reason, stated) => {
  const fingerprint = generate(name, 'ed25519', 'sign', 'never');
  const file = sign(name);
  await compare(name, file, 'valid');
  const edit = `revkey\ny\n${reason}\n\ny\nsave\n`;
  home.gpg(['--command-fd', '0', '--edit-key', fingerprint], { input: edit });
  expect((await compare(name, file, 'key-period')).stated).toBe(stated);
});

test('an older copy of a key beside a newer one does not bring back what the newer one revokes', async () => {
  const fingerprint = generate('twice', 'ed25519', 'sign', 'never');
  const older = exported('twice');
  const file = sign('twice');
  home.gpg(['--command-fd', '0', '--edit-key', fingerprint], { input: 'revkey\ny\n1\n\ny\nsave\n' });
  const signature = readFileSync(file, 'utf8');
  for (const keys of [older + exported('twice'), exported('twice') + older])
    expect(await ours(signature, keys, content)).toEqual({ now: 'key-period', stated: 'key-period' });
});

test('what gpg accepts and we do not: SHA-1, and RSA of 1024 bits', async () => {
  generate('weak', 'rsa2048', 'sign', 'never');
  const file = sign('weak', '--digest-algo', 'SHA1', '--allow-weak-digest-algos');
  expect((await ours(readFileSync(file, 'utf8'), exported('weak'), content)).now).toBe('signature');
  generate('small', 'rsa1024', 'sign', 'never');
  const small = sign('small');
  expect(gpgs(home.verify(small, at('content')))).toBe('valid');
  expect((await ours(readFileSync(small, 'utf8'), exported('small'), content)).now).toBe('key-period');
});

test('a key whose owner vouched for it with SHA-1 only', async () => {
  home.gpg(['--cert-digest-algo', 'SHA1', '--quick-generate-key', userOf('old'), 'rsa2048', 'sign', 'never']);
  const file = sign('old', '--digest-algo', 'SHA256');
  expect((await ours(readFileSync(file, 'utf8'), exported('old'), content)).now).toBe('key-period');
});

test('a key that may only certify signs nothing', async () => {
  const fingerprint = generate('certifier', 'ed25519', 'cert', 'never');
  home.gpg(['--quick-add-key', fingerprint, 'ed25519', 'auth', 'never']);
  expect(() => sign('certifier')).toThrow('Unusable secret key');
  const keys = exported('certifier');
  generate('somebody', 'ed25519', 'sign', 'never');
  expect((await ours(readFileSync(sign('somebody'), 'utf8'), keys, content)).now).toBe('identity');
});

test('every octet of a signature counts, but those of its unhashed part', async () => {
  generate('octets', 'nistp256', 'sign', 'never');
  const file = sign('octets');
  const binary = Buffer.from(
    readFileSync(file, 'utf8').split('\n\n')[1]?.split('\n=')[0]?.replaceAll('\n', '') ?? '',
    'base64',
  );
  const keys = exported('octets');
  expect((await ours(armored(binary), keys, content)).now).toBe('valid');
  const accepted: number[] = [];
  for (let index = 0; index < binary.length; index += 1) {
    const changed = Buffer.from(binary);
    changed[index] = (changed[index] ?? 0) ^ 0x04;
    if ((await ours(armored(changed), keys, content)).now === 'valid') accepted.push(index);
  }
  // Two octets of the packet's head, six of the signature's, then what its last two say that the signed part has.
  const signedEnd = 8 + binary.readUInt16BE(6);
  expect(accepted.filter((index) => index < signedEnd)).toEqual([]);
  const hintsEnd = signedEnd + 2 + binary.readUInt16BE(signedEnd) + 2;
  // The length in bits of a number may be stated a little longer than it is.
  expect(accepted.filter((index) => index >= hintsEnd).length).toBeLessThanOrEqual(2);
});
