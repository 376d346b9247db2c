// SPDX-License-Identifier: Apache-2.0
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plumbline } from '../../scenarios/plumbline.ts';
import { makeSoftToken, type SoftToken } from './soft-token.ts';

let folder: string;
let token: SoftToken;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-token-'));
  token = makeSoftToken(folder, { ec: 'EC:prime256v1', edwards: 'EC:edwards25519' });
  writeFileSync(join(folder, 'lantern.tar'), 'lantern\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Signed = {
  readonly written: readonly string[];
  readonly key: { readonly publicKey: string };
  readonly custody: object;
};

async function sign(label: string, as: string): Promise<Signed> {
  const args = ['sign', join(folder, 'lantern.tar'), ...token.options(label), '--as', as, '--format', 'json'];
  const { code, stdout, stderr } = await plumbline(args, { env: { ...token.env, PLUMBLINE_PIN: token.pin } });
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
    expect(readFileSync(written[0] ?? '').toString('latin1')).not.toContain(token.pin);
  });
});

test('a key of another kind is refused', async () => {
  const args = ['sign', join(folder, 'lantern.tar'), ...token.options('edwards')];
  const { code, stderr } = await plumbline(args, { env: { ...token.env, PLUMBLINE_PIN: token.pin } });
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('only keys of P-256 sign in a token') });
});

test('a wrong PIN signs nothing, and is not repeated', async () => {
  const args = ['sign', join(folder, 'lantern.tar'), ...token.options('ec'), '--output', join(folder, 'none')];
  const { code, stdout, stderr } = await plumbline(args, { env: { ...token.env, PLUMBLINE_PIN: '999999' } });
  expect(code).toBe(3);
  expect(stdout + stderr).not.toContain('999999');
  expect(existsSync(join(folder, 'none'))).toBe(false);
});
