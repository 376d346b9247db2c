// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { inTotoPayloadType } from '@plumbline/formats/dsse/envelope';
import { preAuthenticationEncoding } from '@plumbline/formats/dsse/pre-authentication-encoding';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { envelopeOf, pemOf, sha512, statementOf, useWorkshop, type Verified } from './workshop.ts';

const { at, write, verify } = useWorkshop();

const artifact = 'lantern 1.0\n';
const statement = statementOf(artifact, 'urn:x', { a: { b: 1 } });
const payload = JSON.stringify(statement);
const ofUs = [{ name: 'signature', signers: ['us'] }];
const ofBoth = [{ name: 'signature', signers: ['us', 'them'], threshold: 2 }];

const held = (envelope: object | string, require: readonly object[] = ofUs): Promise<Verified> =>
  verify(write('lantern.tar', artifact), require, {
    attestation: [write('held.json', typeof envelope === 'string' ? envelope : JSON.stringify(envelope))],
  });

describe('keys, their ids and thresholds', () => {
  test('a good envelope is verified, whatever it says of algorithms', async () => {
    const envelope = envelopeOf(payload, ['us']) as { readonly signatures: readonly object[] };
    expect(await held(envelope)).toMatchObject({ code: 0 });
    const signatures = envelope.signatures.map((one) => ({ ...one, alg: 'none', algorithm: 'HS256', keytype: 'rsa' }));
    expect(await held({ ...envelope, signatures, alg: 'none' })).toMatchObject({ code: 0 });
  });

  test('the id of a trusted key on the signature of another proves nothing', async () => {
    const verified = await held(envelopeOf(payload, ['stranger'], 'us'));
    expect(verified.code).toBe(1);
    expect(verified.text).toContain('the signature of the envelope is not of us');
    expect(verified.text).toContain('What to do: Download the artifact and its signature again');
  });

  test('a key of RSA, or a MAC made with what everybody knows, is no signature of ours', async () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const message = preAuthenticationEncoding(inTotoPayloadType, Buffer.from(payload));
    const sig = sign('sha256', message, rsa).toString('base64');
    const envelope = envelopeOf(payload, ['us']) as { readonly signatures: readonly object[] };
    expect(await held({ ...envelope, signatures: [{ keyid: 'us', sig, alg: 'RS256' }] })).toMatchObject({ code: 1 });
    const mac = Buffer.from(pemOf('us')).subarray(0, 64).toString('base64');
    expect(await held({ ...envelope, signatures: [{ keyid: 'us', sig: mac, alg: 'HS256' }] })).toMatchObject({
      code: 1,
    });
  });

  test('a threshold counts keys: neither signatures, nor files, nor names', async () => {
    expect(await held(envelopeOf(payload, ['us', 'them']), ofBoth)).toMatchObject({ code: 0 });
    expect(await held(envelopeOf(payload, ['us', 'us']), ofBoth)).toMatchObject({ code: 1 });
    expect(await held(envelopeOf(payload, ['us', 'stranger']), ofBoth)).toMatchObject({ code: 1 });
    const [one, two] = [
      write('1.json', JSON.stringify(envelopeOf(payload, ['us'], 'us'))),
      write('2.json', JSON.stringify(envelopeOf(payload, ['us'], 'them'))),
    ];
    const twice = await verify(at('lantern.tar'), ofBoth, { attestation: [one, two] });
    expect(twice).toMatchObject({ code: 1, text: expect.stringContaining('1 of 2 different signers prove it') });
    const signers = ['us', 'them'].map((name) => ({ name, key: { pem: pemOf('us') } }));
    const trust = write('one-key.yaml', stringify({ signers, require: ofBoth }));
    expect(await verify(at('lantern.tar'), [], { attestation: [one, two], trust })).toMatchObject({ code: 1 });
  });

  test('a signature over the payload without its type is none', async () => {
    const envelope = envelopeOf(payload, ['us']) as object;
    expect(await held({ ...envelope, payloadType: 'application/json' })).toMatchObject({ code: 1 });
  });
});

const twiceIn = (text: string, member: string, value: string): string =>
  text.replace(`"${member}":`, `"${member}":${value},"${member}":`);

describe('what two readers could understand differently', () => {
  const envelope = JSON.stringify(envelopeOf(payload, ['us']));

  test.each(['payload', 'payloadType', 'signatures', 'sig', 'keyid'])('%s twice in the envelope', async (member) => {
    const verified = await held(twiceIn(envelope, member, '"eA=="'));
    expect(verified).toMatchObject({ code: 1, text: expect.stringContaining('✗ form') });
    expect(verified.text).toContain(member);
  });

  test.each(['_type', 'subject', 'digest', 'sha256', 'predicateType', 'predicate', 'a', 'b'])(
    '%s twice in the signed statement',
    async (member) => {
      const verified = await held(envelopeOf(twiceIn(payload, member, '{}'), ['us']));
      expect(verified).toMatchObject({ code: 1, text: expect.stringContaining('✗ statement') });
      expect(verified.text).toContain('the statement is not plain JSON');
    },
  );

  test('a member twice in a bundle, however deep', async () => {
    const bundle = JSON.stringify({
      mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      verificationMaterial: { publicKey: { hint: 'us' } },
      dsseEnvelope: envelopeOf(payload, ['us']),
    });
    expect(await held(bundle)).toMatchObject({ code: 0 });
    for (const member of ['mediaType', 'verificationMaterial', 'publicKey', 'hint', 'dsseEnvelope', 'payload'])
      expect(await held(twiceIn(bundle, member, '"x"'))).toMatchObject({
        code: 1,
        text: expect.stringContaining('✗ form'),
      });
  });

  test('a member twice in the trust policy', async () => {
    const policy = `signers: [{ name: us, key: { pem: ${JSON.stringify(pemOf('stranger'))} } }]\nsigners: [{ name: us, key: { pem: ${JSON.stringify(pemOf('us'))} } }]\nrequire: [{ name: s, signers: [us] }]\n`;
    const trust = write('twice.yaml', policy);
    await expect(verify(write('lantern.tar', artifact), [], { trust })).rejects.toMatchObject({
      code: 'policy-invalid',
      line: 2,
    });
    const deep = write('deep.yaml', `signers: [{ name: us, key: { pem: x, pem: y } }]\nrequire: []\n`);
    await expect(verify(at('lantern.tar'), [], { trust: deep })).rejects.toMatchObject({
      code: 'policy-invalid',
      line: 1,
    });
  });

  test.each<[string, (payload64: string) => string]>([
    ['without padding', (text) => text.replaceAll('=', '')],
    ['with a line break', (text) => `${text.slice(0, 8)}\\n${text.slice(8)}`],
    ['with a space', (text) => ` ${text}`],
    [
      'with bits that nobody reads',
      (text) =>
        text
          .replace(/A(=*)$/u, 'B$1')
          .replace(/([Qgw])(==)$/u, 'h$2')
          .replace(/[048AEIMQUYcgkosw]=$/u, 'B='),
    ],
  ])('a payload in other base64: %s', async (_, change) => {
    // Padded by one, so that there are bits to spare.
    const padded = `${payload}${' '.repeat((2 - (Buffer.byteLength(payload) % 3) + 3) % 3)}`;
    const text = JSON.stringify(envelopeOf(padded, ['us']));
    expect(await held(text)).toMatchObject({ code: 0 });
    const verified = await held(
      text.replace(/"payload":"([^"]*)"/u, (__, found: string) => `"payload":"${change(found)}"`),
    );
    expect(verified.code).toBe(1);
    expect(verified.text).toContain('the payload is not canonical base64');
  });

  test.each([
    ['bytes behind the JSON', `${envelope}x`],
    ['a second value behind it', `${envelope}{"payloadType":1}`],
    ['a NUL behind it', `${envelope}\0`],
  ])('%s', async (_, text) => {
    expect(await held(text)).toMatchObject({ code: 1, text: expect.stringContaining('✗ form') });
  });

  test('a byte order mark in front of the file, or of the statement, changes nothing', async () => {
    expect(await held(`\uFEFF${envelope}`)).toMatchObject({ code: 0 });
    expect(await held(envelopeOf(`\uFEFF${payload}`, ['us']))).toMatchObject({ code: 0 });
    expect((await held(`\uFEFF${JSON.stringify(envelopeOf(payload, ['stranger']))}`)).code).toBe(1);
  });

  test('bytes that are no UTF-8', async () => {
    const torn = Buffer.concat([
      Buffer.from(payload.slice(0, -1)),
      Buffer.from(',"x":"'),
      Buffer.of(0xff),
      Buffer.from('"}'),
    ]);
    expect(await held(envelopeOf(torn, ['us']))).toMatchObject({ code: 1, text: expect.stringContaining('not UTF-8') });
  });
});

describe('what is too much', () => {
  test.each([
    ['lists', '['.repeat(100_000)],
    ['objects', '{"a":'.repeat(100_000)],
    ['wrappers', `${'{"bundle":'.repeat(1000)}1${'}'.repeat(1000)}`],
  ])('nesting of %s, in a file and in a statement', async (_, text) => {
    expect(await held(text)).toMatchObject({ code: 1, text: expect.stringContaining('✗ form') });
    expect(await held(envelopeOf(text, ['us']))).toMatchObject({
      code: 1,
      text: expect.stringContaining('✗ statement'),
    });
  });

  test('a signed file larger than 32 MiB is refused before it is read', async () => {
    const large = write('large.json', '');
    truncateSync(large, 32 * 1024 * 1024 + 1);
    const target = write('lantern.tar', artifact);
    await expect(verify(target, ofUs, { attestation: [large] })).rejects.toMatchObject({ code: 'input-unreadable' });
  });

  test('of a list that is long beyond use, a thousand are looked at', async () => {
    const one = JSON.stringify(envelopeOf(payload, ['stranger']));
    const verified = await held(`${one}\n`.repeat(1500));
    expect(verified).toMatchObject({ code: 1, document: { requirements: [{ others: 999 }] } });
  });
});

describe('what is no file', () => {
  test.each(['a pipe', 'a device', 'a folder', 'nothing'])(
    '%s as the artifact, and as the attestation',
    async (kind) => {
      const path = kind === 'a device' ? '/dev/zero' : at(`${kind.replaceAll(' ', '-')}.tar`);
      if (kind === 'a pipe') execFileSync('mkfifo', [path]);
      if (kind === 'a folder') mkdirSync(path);
      await expect(verify(path, ofUs, { attestation: [] })).rejects.toMatchObject({ code: 'input-unreadable' });
      const target = write('lantern.tar', artifact);
      await expect(verify(target, ofUs, { attestation: [path] })).rejects.toMatchObject({ code: 'input-unreadable' });
      await expect(verify(target, ofUs, { attestation: [], vex: [path] })).rejects.toMatchObject({
        code: 'input-unreadable',
      });
      await expect(verify(target, ofUs, { attestation: [], sbom: [path] })).rejects.toMatchObject({
        code: 'input-unreadable',
      });
    },
  );

  test('a link is what it leads to, and what that holds is not shown', async () => {
    const target = write('lantern.tar', artifact);
    const link = at('link.tar');
    symlinkSync(target, link);
    symlinkSync(write('secret.json', '{"token":"hunter2"}'), `${link}.sigstore.json`);
    symlinkSync(write('good.json', JSON.stringify(envelopeOf(payload, ['us']))), `${link}.dsse.json`);
    const verified = await verify(link, ofUs);
    expect(verified.code).toBe(0);
    expect(verified.text + JSON.stringify(verified.document)).not.toContain('hunter2');
    const other = at('other.tar');
    symlinkSync(write('other-target.tar', 'another file'), other);
    expect(await verify(other, ofUs, { attestation: [at('good.json')] })).toMatchObject({ code: 1 });
  });
});

test('a file that is named by its SHA-512 alone is found by it, and another one is not', async () => {
  const named = { ...statement, subject: [{ name: 'pkg:npm/lantern@1.0.0', digest: { sha512: sha512(artifact) } }] };
  const attestation = [write('npm.json', JSON.stringify(envelopeOf(JSON.stringify(named), ['us'])))];
  expect(await verify(write('lantern.tar', artifact), ofUs, { attestation })).toMatchObject({ code: 0 });
  expect(await verify(write('evil.tar', 'evil'), ofUs, { attestation })).toMatchObject({ code: 1 });
  const digest = await verify(`sha256:${'0'.repeat(64)}`, ofUs, { attestation });
  expect(digest).toMatchObject({ code: 3, text: expect.stringContaining('What to do: Name the file itself') });
});
