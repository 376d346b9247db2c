// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import {
  armored,
  certificateOf,
  makeTestKey,
  makeTestSignature,
  packet,
  type TestKey,
  type TestSignature,
  uint32,
} from '@plumbline/adapters/testing/openpgp-key';
import { openTimestampAuthorities } from '@plumbline/adapters/testing/timestamp-authorities';
import type { RunVerifyOptions } from '@plumbline/cli/verify/run-verify';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { useWorkshop, type Verified } from './workshop.ts';

const { at, write, verify } = useWorkshop();

const content = 'lantern 1.0\n';
const made = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'fixtures/openpgp', name));

/** A policy that believes these armored keys. */
const believing = (keys: string | Uint8Array, more: object = {}, threshold = 1): string =>
  write(
    'trust.yaml',
    stringify({
      signers: [{ name: 'us', openpgp: { keys: keys.toString(), ...more } }],
      require: [{ name: 'signature', signers: ['us'], threshold }],
    }),
  );

const ask = (target: string, trust: string, options: Partial<RunVerifyOptions> = {}): Promise<Verified> =>
  verify(at(target), [], { trust, ...options });

const signed = (key: TestKey, about: string | Uint8Array = content, more: Partial<TestSignature> = {}): Buffer =>
  packet(2, makeTestSignature(key, { type: 0, about: [Buffer.from(about)], ...more }));
const keyring = (...keys: readonly TestKey[]): string =>
  armored('PGP PUBLIC KEY BLOCK', ...keys.flatMap((key, index) => certificateOf(key, {}, `Person ${index}`)));
const armoredSignature = (...packets: readonly Uint8Array[]): string => armored('PGP SIGNATURE', ...packets);

/** What is said of a file beside the artifact, with one key believed. */
const said = (
  key: TestKey,
  beside: string | Uint8Array,
  options: Partial<RunVerifyOptions> = {},
): Promise<Verified> => {
  write('one.tar', content);
  const attestation = [write('one.sig', beside)];
  return ask('one.tar', believing(keyring(key)), { attestation, ...options });
};

describe('what GnuPG made', () => {
  test('an armored signature of a subkey and a binary one lie beside the file', async () => {
    for (const name of ['lantern.txt', 'lantern.txt.asc', 'lantern.txt.gpg']) write(name, made(name));
    const both = await ask('lantern.txt', believing(made('keys.asc'), {}, 2));
    expect(both).toMatchObject({ code: 0, text: expect.stringContaining('2 signers prove it') });
    expect(both.text).toContain('the OpenPGP signature is of the subkey 5eb1ba09931fef1f11168b8edf0a7f26c7a7cbc7');
    expect(both.text).toContain('signed by Ada <ada@example.com>');
    expect(both.text).toContain('the time of signing is not proved; the key counts on 2026-06-30');
  });

  test('over another file, or one with other line ends, it is none', async () => {
    for (const other of ['lantern 1.0\r\n', 'lantern 1.0', 'lantern 1.1\n', '']) {
      write('other.tar', other);
      write('other.tar.asc', made('lantern.txt.asc'));
      const { code, text } = await ask('other.tar', believing(made('keys.asc')));
      expect(code).toBe(1);
      expect(text).toContain('it is no signature of the subkey');
    }
  });

  test('a subkey that has expired counts for nothing, whatever time the signature states', async () => {
    for (const name of ['lantern.txt', 'lantern.txt.asc']) write(name, made(name));
    const options = { attestation: [at('lantern.txt.asc')], asOf: '2028-06-30' };
    const late = await ask('lantern.txt', believing(made('keys.asc')), options);
    expect(late).toMatchObject({ code: 1, text: expect.stringContaining('the key counted until 2028-01-01') });
  });

  test('a text with its signature in it is refused, and it is said what is needed', async () => {
    write('lantern.txt', content);
    const options = { attestation: [write('clearsigned.asc', made('clearsigned.asc'))] };
    const { code, text } = await ask('lantern.txt', believing(made('keys.asc')), options);
    expect(code).toBe(1);
    expect(text).toContain('gpg --armor --detach-sign');
  });

  test('a timestamp beside it, without an authority that the policy names, is told and proves nothing', async () => {
    for (const name of ['lantern.txt', 'lantern.txt.asc']) write(name, made(name));
    write('lantern.txt.asc.tsr', 'no timestamp');
    const options = { attestation: [at('lantern.txt.asc')] };
    const { code, text } = await ask('lantern.txt', believing(made('keys.asc')), options);
    expect(code).toBe(0);
    expect(text).toContain('names no authority whose timestamps count for us');
  });
});

test('a timestamp of an authority that is named proves that a key signed before it was retired', async () => {
  const authorities = openTimestampAuthorities();
  try {
    authorities.make('stamps');
    const signature = made('lantern.txt.gpg');
    write('stamped.tar', content);
    write('stamped.tar.gpg', signature);
    write('stamped.tar.gpg.tsr', authorities.stamp('stamps', signature));
    const [retired, asOf] = [{ revokedOn: '2099-01-01' }, '2099-06-30'];
    expect(await ask('stamped.tar', believing(made('keys.asc'), retired), { asOf })).toMatchObject({ code: 1 });
    const timestamps = join(authorities.folder, 'stamps-root.pem');
    const proved = await ask('stamped.tar', believing(made('keys.asc'), { ...retired, timestamps }), { asOf });
    expect(proved).toMatchObject({ code: 0, text: expect.stringContaining('by the timestamp authority') });
  } finally {
    authorities.remove();
  }
});

describe('signers', () => {
  const key = makeTestKey();

  test('of somebody else, of a key that the policy leaves out, and by a signer of another kind', async () => {
    const other = makeTestKey();
    const stranger = await said(key, signed(other));
    expect(stranger).toMatchObject({
      code: 1,
      text: expect.stringContaining(`its key ${other.fingerprint} is none of us`),
    });
    const left = believing(keyring(key, other), { fingerprints: [other.fingerprint] });
    expect(await ask('one.tar', left, { attestation: [write('one.sig', signed(key))] })).toMatchObject({ code: 1 });
    const wrong = await verify(at('one.tar'), [{ name: 'signature', signers: ['us'] }], {
      attestation: [at('one.sig')],
    });
    expect(wrong.text).toContain('an OpenPGP signature, which this signer does not make');
  });

  test('one key twice is one signer; two are two, in one file or in several blocks', async () => {
    const other = makeTestKey();
    const trust = (): string => believing(keyring(key, other), {}, 2);
    const options = (...parts: readonly string[]): Partial<RunVerifyOptions> => ({
      attestation: [write('several.asc', parts.join(''))],
    });
    write('one.tar', content);
    const [one, two] = [armoredSignature(signed(key)), armoredSignature(signed(other))];
    expect(await ask('one.tar', trust(), options(one, one))).toMatchObject({ code: 1 });
    expect(await ask('one.tar', trust(), options(one, two))).toMatchObject({ code: 0 });
    expect(await ask('one.tar', trust(), options(armoredSignature(signed(key), signed(other))))).toMatchObject({
      code: 0,
    });
  });

  test('a signature that has lapsed, and the times of the policy', async () => {
    const lapsed = await said(key, signed(key, content, { hashed: [[3, uint32(3600)]] }));
    expect(lapsed).toMatchObject({
      code: 1,
      text: expect.stringContaining('the signature itself expired on 2023-11-14'),
    });
    const revoked = believing(keyring(key), { revokedOn: '2026-01-01', revokedBecause: 'lost' });
    const options = { attestation: [write('one.sig', signed(key))] };
    expect(await ask('one.tar', revoked, options)).toMatchObject({
      code: 1,
      text: expect.stringContaining(
        'the time of signing is not proved, and the key is revoked since 2026-01-01 (lost)',
      ),
    });
  });

  test('nobody can say whether an unsupported signature is good, nor one over content that is not there', async () => {
    const body = Buffer.from(makeTestSignature(key, { type: 0, about: [Buffer.from(content)] }));
    body[2] = 17;
    expect(await said(key, packet(2, body))).toMatchObject({
      code: 3,
      text: expect.stringContaining('algorithm (17)'),
    });
    const digest = `sha256:${'0'.repeat(64)}`;
    const trust = believing(keyring(key));
    expect(await verify(digest, [], { trust, attestation: [write('one.sig', signed(key))] })).toMatchObject({
      code: 3,
    });
  });
});

describe('hostile files', () => {
  const key = makeTestKey();
  const good = signed(key);

  test.each([
    ['cut short', good.subarray(0, -1), 'ends too early'],
    ['with something behind it', Buffer.concat([good, Buffer.from('more')]), 'does not begin where one should'],
    ['with a key behind it', Buffer.concat([good, packet(6, key.body)]), 'something else than signatures'],
    ['armored, with text in front', `-----BEGIN PGP SIGNATURE-----\n\n${armoredSignature(good)}`, 'damaged'],
    ['armored, with text behind', `${armoredSignature(good)}and more\n`, 'something stands beside its armor'],
    ['without an end', armoredSignature(good).replace(/-----END.*/u, ''), 'damaged'],
    ['huge', armoredSignature(Buffer.alloc(2 * 1024 * 1024)), 'larger than 1 MiB'],
    ['a key', keyring(key), 'it is a public key and no signature'],
    ['a message', armored('PGP MESSAGE', Buffer.alloc(99)), 'and no signature beside a file'],
    ['an encrypted file', Buffer.concat([Buffer.of(0x85), Buffer.alloc(99)]), 'and no signature beside a file'],
    ['over a text', signed(key, content, { type: 0x01 }), 'over a text, whose line ends may change'],
    ['over SHA-1', signed(key, content, { digest: 'sha1' }), 'made over SHA1'],
  ])('%s', async (_, beside, because) => {
    expect(await said(key, beside)).toMatchObject({ code: 1, text: expect.stringContaining(because) });
  });

  test('of thousands of signatures the first are tried, and it is told that others are not', async () => {
    const wrong = Array.from({ length: 255 }, () => signed(key, 'another'));
    expect(await said(key, armoredSignature(...wrong, good))).toMatchObject({ code: 0 });
    const many = armoredSignature(...Array.from({ length: 2000 }, () => wrong[0] ?? good), good);
    const { code, document } = await said(key, many);
    expect({ code, others: document.requirements[0]?.others }).toEqual({ code: 1, others: 256 });
  });

  test('what lies there by its name and cannot be read takes nothing away', async () => {
    write('two.tar', content);
    write('two.tar.asc', armoredSignature(good));
    mkdirSync(at('two.tar.sig'));
    truncateSync(write('two.tar.gpg', ''), 64 * 1024 * 1024);
    expect(await ask('two.tar', believing(keyring(key)))).toMatchObject({ code: 0 });
    const named = ask('two.tar', believing(keyring(key)), { attestation: [at('two.tar.gpg')] });
    await expect(named).rejects.toMatchObject({ code: 'input-unreadable' });
  });
});
