// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { useWorkshop, type Verified } from '../../verify/workshop.ts';
import { createGpgHome, type GpgHome } from './gpg-home.ts';

// What GnuPG makes of a file, beside our word on it.
const { at, write, verify } = useWorkshop();
let home: GpgHome;
beforeAll(() => {
  home = createGpgHome();
});
afterAll(() => home.remove());

const content = 'lantern 1.0\n';
const today = (): string => new Date().toISOString().slice(0, 10);
const addressOf = (name: string): string => `${name}@example.com`;

type KeyOptions = { readonly usage?: string; readonly expires?: string; readonly at?: string };

function generate(name: string, algorithm: string, options: KeyOptions = {}): string {
  const { usage = 'sign', expires = 'never', ...time } = options;
  home.gpg(['--quick-generate-key', `${name} <${addressOf(name)}>`, algorithm, usage, expires], time);
  return /^fpr:+([0-9A-F]+):/mu.exec(home.gpg(['--with-colons', '--list-keys', addressOf(name)]))?.[1] ?? '';
}

/** Has gpg make FILE from lantern.tar, and gives back its path. */
function make(name: string, file: string, args: readonly string[], time?: string): string {
  write('lantern.tar', content);
  const whole = ['--local-user', addressOf(name), '--yes', '--output', at(file), ...args, at('lantern.tar')];
  home.gpg(whole, time === undefined ? {} : { at: time });
  return at(file);
}

/** What is said of a file, by all keys of the home that have a name. */
function said(target: string, names: readonly string[], attestation?: string): Promise<Verified> {
  const keys = home.gpg(['--armor', '--export', ...names.map(addressOf)]);
  const policy = {
    signers: [{ name: 'us', openpgp: { keys } }],
    require: [{ name: 'signature', signers: ['us'], threshold: names.length }],
  };
  const options = attestation === undefined ? {} : { attestation: [attestation] };
  return verify(target, [], { trust: write('trust.yaml', stringify(policy)), asOf: today(), ...options });
}

test.each([
  ['rsa3072', '--armor', 'lantern.tar.asc'],
  ['ed25519', '--no-armor', 'lantern.tar.sig'],
  ['nistp256', '--no-armor', 'lantern.tar.gpg'],
  ['nistp521', '--armor', 'lantern.tar.sign'],
])('a good signature of %s beside the file: %s, %s', async (algorithm, form, file) => {
  generate(algorithm, algorithm);
  const signature = make(algorithm, file, [form, '--detach-sign']);
  expect(await said(at('lantern.tar'), [algorithm], signature)).toMatchObject({ code: 0 });
  expect(await said(at('lantern.tar'), [algorithm])).toMatchObject({ code: 0 });
  write('other.tar', `${content}and more\n`);
  write('other.tar.asc', readFileSync(signature));
  expect(home.verify(signature, at('other.tar'))).toContain('BADSIG');
  expect(await said(at('other.tar'), [algorithm])).toMatchObject({ code: 1 });
});

test('two people sign a list of checksums, in one file', async () => {
  for (const name of ['ada', 'bob']) generate(name, 'ed25519');
  write('SHA256SUMS', `${'0'.repeat(64)}  lantern.tar\n`);
  const both = ['--local-user', addressOf('ada'), '--local-user', addressOf('bob')];
  home.gpg([...both, '--output', at('SHA256SUMS.gpg'), '--detach-sign', at('SHA256SUMS')]);
  expect(await said(at('SHA256SUMS'), ['ada', 'bob'])).toMatchObject({
    code: 0,
    text: expect.stringContaining('2 signers prove it'),
  });
});

test('a subkey, and not after it is revoked', async () => {
  const fingerprint = generate('subkey', 'ed25519', { usage: 'cert' });
  home.gpg(['--quick-add-key', fingerprint, 'rsa3072', 'sign', '1y']);
  const signature = make('subkey', 'subkey.asc', ['--armor', '--detach-sign']);
  expect(await said(at('lantern.tar'), ['subkey'], signature)).toMatchObject({ code: 0 });
  const edit = 'key 1\nrevkey\ny\n2\nreplaced\n\ny\nsave\n';
  home.gpg(['--command-fd', '0', '--edit-key', fingerprint], { input: edit });
  // Nothing proves that it was signed before.
  const revoked = await said(at('lantern.tar'), ['subkey'], signature);
  expect(revoked).toMatchObject({ code: 1, text: expect.stringContaining('time of signing is not proved') });
});

test('a key that its owner revoked as compromised', async () => {
  const fingerprint = generate('compromised', 'ed25519');
  const signature = make('compromised', 'compromised.asc', ['--armor', '--detach-sign']);
  home.gpg(['--command-fd', '0', '--edit-key', fingerprint], { input: 'revkey\ny\n1\n\ny\nsave\n' });
  const { code, text } = await said(at('lantern.tar'), ['compromised'], signature);
  expect(code).toBe(1);
  expect(text).toContain('(by its owner');
});

test('a key that has expired, and a signature that has', async () => {
  generate('expired', 'ed25519', { expires: '2d', at: '2024-01-01T00:00:00' });
  const made = make('expired', 'expired.asc', ['--armor', '--detach-sign'], '2024-01-02T00:00:00');
  const expired = await said(at('lantern.tar'), ['expired'], made);
  expect(expired).toMatchObject({ code: 1, text: expect.stringContaining('the key counted until 2024-01-03') });
  generate('lapsed', 'ed25519', { at: '2024-01-01T00:00:00' });
  const short = ['--default-sig-expire', '2d', '--armor', '--detach-sign'];
  const lapsed = await said(at('lantern.tar'), ['lapsed'], make('lapsed', 'lapsed.asc', short, '2024-01-02T00:00:00'));
  expect(lapsed).toMatchObject({
    code: 1,
    text: expect.stringContaining('the signature itself expired on 2024-01-04'),
  });
});

test.each([
  ['clearsigned', ['--clearsign'], 'a text with its signature in it'],
  ['signed within', ['--sign'], 'and no signature beside a file'],
  ['signed within, armored', ['--armor', '--sign'], 'and no signature beside a file'],
  ['over a text', ['--textmode', '--armor', '--detach-sign'], 'over a text, whose line ends may change'],
])('refused, with what is needed: %s', async (name, args, because) => {
  const signer = name.replaceAll(/[^a-z]/gu, '');
  generate(signer, 'ed25519');
  const { code, text } = await said(at('lantern.tar'), [signer], make(signer, `${signer}.asc`, args));
  expect(code).toBe(1);
  expect(text).toContain(because);
});

test('two keys with one address are one signer', async () => {
  generate('twin', 'ed25519');
  home.gpg(['--quick-generate-key', `Other <${addressOf('twin')}>`, 'rsa3072', 'sign', 'never']);
  const fingerprints = [...home.gpg(['--with-colons', '--list-keys', addressOf('twin')]).matchAll(/^fpr:+(\w+):/gmu)];
  const users = fingerprints.flatMap(([, fingerprint]) => ['--local-user', fingerprint ?? '']);
  write('lantern.tar', content);
  home.gpg([...users, '--yes', '--output', at('twins.sig'), '--detach-sign', at('lantern.tar')]);
  expect(await said(at('lantern.tar'), ['twin'], at('twins.sig'))).toMatchObject({ code: 0 });
  const both = await said(at('lantern.tar'), ['twin', 'twin'], at('twins.sig'));
  expect(both).toMatchObject({ code: 1, text: expect.stringContaining('1 of 2 different signers') });
});
