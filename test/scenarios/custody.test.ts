// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueCertificate } from '../../packages/adapters/src/testing/issue-certificate.ts';
import { plumbline } from './plumbline.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-custody-'));
  writeFileSync(join(folder, 'lantern.tar'), 'lantern\n');
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(join(folder, 'release.key'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const key = (): readonly string[] => ['sign', join(folder, 'lantern.tar'), '--key', join(folder, 'release.key')];

test('where the key is kept is recorded where it is said, and outside of a project not at all', async () => {
  expect(await plumbline(key(), { cwd: folder })).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.not.stringContaining('recorded'),
  });
  const state = join(folder, 'state');
  const { code, stdout } = await plumbline([...key(), '--state', state, '--format', 'json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ recorded: state });
  const [name = ''] = readdirSync(join(state, 'custody'));
  expect(JSON.parse(readFileSync(join(state, 'custody', name), 'utf8'))).toMatchObject({
    schema: 1,
    algorithm: 'ed25519',
    custody: { kind: 'file', encrypted: false },
  });
});

test('a project whose state cannot be trusted is no reason not to sign', async () => {
  const project = join(folder, 'project');
  mkdirSync(join(project, '.plumbline'), { recursive: true });
  writeFileSync(join(project, '.plumbline', 'brought'), 'x');
  const git = (...args: readonly string[]): unknown =>
    execFileSync('git', ['-c', 'user.name=us', '-c', 'user.email=us@example.com', ...args], { cwd: project });
  git('init', '--quiet');
  git('add', '--force', '.');
  git('commit', '--quiet', '-m', 'State');
  const { code, stdout, stderr } = await plumbline(key(), { cwd: project });
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.not.stringContaining('recorded') });
  expect(stderr).toContain('the commit brings .plumbline/brought');
});

/** An SSH key as an agent has it that asks a YubiKey, with an attestation of it by nobody but a root of this test. */
test('an attestation is verified before anything is signed, and is part of what is said of the key', async () => {
  execFileSync('ssh-keygen', ['-q', '-t', 'ecdsa', '-b', '256', '-N', '', '-m', 'PKCS8', '-f', join(folder, 'piv')]);
  const spki = execFileSync('ssh-keygen', ['-e', '-m', 'PKCS8', '-f', join(folder, 'piv.pub')]).toString();
  const root = issueCertificate({ name: 'Root', authority: { below: 1 } });
  const device = issueCertificate({ name: 'Device', issuer: root, authority: { below: 0 } });
  const { privateKey } = root.keys;
  const attested = issueCertificate({
    name: 'Slot 9c',
    issuer: device,
    keys: { publicKey: createPublicKey(spki), privateKey },
    extensions: [{ oid: '1.3.6.1.4.1.41482.3.8', value: Buffer.from([3, 2]) }],
  });
  for (const [name, { pem }] of Object.entries({ root, device, attested }))
    writeFileSync(join(folder, `${name}.pem`), pem);
  const command = 'sign lantern.tar --ssh-key piv --as detached --attestation-root root.pem';
  const named = (certificate: string): readonly string[] =>
    `${command} --attestation-intermediate device.pem --attestation-certificate ${certificate}`.split(' ');
  const { code, stdout } = await plumbline([...named('attested.pem'), '--format', 'json'], { cwd: folder });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    custody: {
      kind: 'ssh',
      attestation: {
        format: 'yubikey-piv',
        root: { subject: 'CN=Root', pinned: false },
        pinPolicy: 'always',
        touchPolicy: 'always',
      },
    },
  });
  const refused = await plumbline([...named('device.pem'), '--output', 'none'], { cwd: folder });
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('the attestation does not hold') });
  expect(readdirSync(folder)).not.toContain('none');
});

test.each([
  [['--attestation-root', 'x'], 'has to name an attestation'],
  [['--attestation-certificate', 'x'], 'slot f9'],
  [['--ssh-attestation', 'x'], 'needs --ssh-challenge'],
  [['--kms', 'awskms:///alias/x'], 'one key has to sign'],
])('%j beside a key is refused', async (options, said) => {
  const { code, stderr } = await plumbline([...key(), ...options], { cwd: folder });
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(said) });
});

test('a key in a service is not asked for offline', async () => {
  const args = ['sign', 'lantern.tar', '--kms', 'awskms:///alias/x', '--offline'];
  const { code, stderr } = await plumbline(args, { cwd: folder });
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('cannot sign with --offline') });
});
