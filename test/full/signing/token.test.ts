// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plumbline } from '../../scenarios/plumbline.ts';

// A token as programs see one: SoftHSM2 behind OpenSC's pkcs11-tool, both of Debian.
const modules = ['/usr/lib/softhsm/libsofthsm2.so', '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so'];
const pin = '483920';
let folder: string;
let module: string;
let env: { readonly [name: string]: string };

/** Installs what is missing, where this may install. */
function installToken(): string {
  const found = modules.find((path) => existsSync(path));
  if (found !== undefined && existsSync('/usr/bin/pkcs11-tool')) return found;
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
  execFileSync('apt-get', ['install', '-y', '-qq', 'softhsm2', 'opensc'], {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return modules.find((path) => existsSync(path)) ?? '';
}

const run = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] }).toString();

beforeAll(() => {
  module = installToken();
  folder = mkdtempSync(join(tmpdir(), 'plumbline-token-'));
  mkdirSync(join(folder, 'tokens'));
  writeFileSync(join(folder, 'softhsm2.conf'), `directories.tokendir = ${join(folder, 'tokens')}\n`);
  env = { SOFTHSM2_CONF: join(folder, 'softhsm2.conf') };
  run('softhsm2-util', '--init-token', '--free', '--label', 'release', '--so-pin', '12345678', '--pin', pin);
  const token = ['--module', module, '--token-label', 'release', '--login', '--pin', pin];
  for (const [label, type] of [
    ['ec', 'EC:prime256v1'],
    ['edwards', 'EC:edwards25519'],
  ])
    run(
      'pkcs11-tool',
      ...token,
      '--keypairgen',
      '--key-type',
      type ?? '',
      '--label',
      label ?? '',
      '--id',
      label === 'ec' ? '01' : '02',
    );
  writeFileSync(join(folder, 'lantern.tar'), 'lantern\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Signed = {
  readonly written: readonly string[];
  readonly key: { readonly publicKey: string };
  readonly custody: object;
};

const named = (label: string): readonly string[] => [
  '--pkcs11-module',
  module,
  '--token',
  'release',
  '--key-label',
  label,
];

async function sign(label: string, as: string): Promise<Signed> {
  const args = ['sign', join(folder, 'lantern.tar'), ...named(label), '--as', as, '--format', 'json'];
  const { code, stdout, stderr } = await plumbline(args, { env: { ...env, PLUMBLINE_PIN: pin } });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Signed;
}

describe('a key of P-256 in the token', () => {
  test.each(['bundle', 'envelope', 'detached'])('signs what verifies: %s', async (as) => {
    const { written, key, custody } = await sign('ec', as);
    expect(custody).toMatchObject({
      kind: 'token',
      label: 'release',
      model: 'SoftHSM v2',
      serial: expect.stringMatching(/^[0-9a-f]+$/u),
    });
    const trust = join(folder, 'trust.yaml');
    const policy = {
      signers: [{ name: 'us', key: { pem: key.publicKey } }],
      require: [{ name: 'signature', signers: ['us'] }],
    };
    writeFileSync(trust, JSON.stringify(policy));
    const artifact = join(folder, 'lantern.tar');
    const verified = await plumbline(['verify', artifact, '--trust', trust, '--attestation', ...written]);
    expect(verified).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(written[0] ?? '').toString('latin1')).not.toContain(pin);
  });
});

test('a key of another kind is refused', async () => {
  const args = ['sign', join(folder, 'lantern.tar'), ...named('edwards')];
  const { code, stderr } = await plumbline(args, { env: { ...env, PLUMBLINE_PIN: pin } });
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('only keys of P-256 sign in a token') });
});

test('a wrong PIN signs nothing, and is not repeated', async () => {
  const args = ['sign', join(folder, 'lantern.tar'), ...named('ec'), '--output', join(folder, 'none')];
  const { code, stdout, stderr } = await plumbline(args, { env: { ...env, PLUMBLINE_PIN: '999999' } });
  expect(code).toBe(3);
  expect(stdout + stderr).not.toContain('999999');
  expect(existsSync(join(folder, 'none'))).toBe(false);
});
