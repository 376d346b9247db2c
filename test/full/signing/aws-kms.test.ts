// SPDX-License-Identifier: Apache-2.0
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plumbline } from '../../scenarios/plumbline.ts';
import { installKmsClients, installLocalstack } from './install-kms-clients.ts';
import { type StartedServer, startServer } from './start-server.ts';

// The client of AWS itself, and two implementations of its service by others: LocalStack, and moto, which signs digests wrongly.
let folder: string;
let localstack: StartedServer;
let moto: StartedServer;
let clients: string;

/** As much of the client as sets the stage. */
type Kms = {
  readonly KMSClient: new (options: object) => { readonly send: (command: object) => Promise<Created> };
  readonly CreateKeyCommand: new (input: object) => object;
  readonly CreateAliasCommand: new (input: object) => object;
};
type Created = { readonly KeyMetadata: { readonly Arn: string; readonly KeyId: string } };
const region = 'eu-west-1';
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

async function createKey({ url }: StartedServer, spec: string, alias?: string): Promise<string> {
  const kms = createRequire(join(clients, 'from.js'))('@aws-sdk/client-kms') as Kms;
  const client = new kms.KMSClient({ region, credentials, endpoint: url });
  const { KeyMetadata } = await client.send(new kms.CreateKeyCommand({ KeySpec: spec, KeyUsage: 'SIGN_VERIFY' }));
  if (alias !== undefined)
    await client.send(new kms.CreateAliasCommand({ AliasName: alias, TargetKeyId: KeyMetadata.KeyId }));
  return KeyMetadata.Arn;
}

const environment = ({ url }: StartedServer): { readonly [name: string]: string } => ({
  PLUMBLINE_CLIENTS: clients,
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  AWS_REGION: region,
  AWS_ENDPOINT_URL_KMS: url,
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-kms-'));
  writeFileSync(join(folder, 'lantern.tar'), 'lantern\n');
  const [installed, programs] = await Promise.all([installKmsClients(), installLocalstack()]);
  clients = installed;
  mkdirSync(join(folder, 'localstack'));
  const started = [
    startServer({
      program: join(programs, 'bin', 'python'),
      args: () => ['-m', 'localstack.runtime.main'],
      env: (port) => ({
        SERVICES: 'kms',
        SKIP_SSL_CERT_DOWNLOAD: '1',
        DISABLE_EVENTS: '1',
        GATEWAY_LISTEN: `127.0.0.1:${port}`,
        LOCALSTACK_VOLUME_DIR: join(folder, 'localstack'),
      }),
    }),
    startServer({
      program: join(programs, 'bin', 'moto_server'),
      args: (port) => ['-H', '127.0.0.1', '-p', String(port)],
      env: () => ({ AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' }),
    }),
  ] as const;
  [localstack, moto] = await Promise.all(started);
});
afterAll(async () => {
  await Promise.all([localstack.stop(), moto.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

type Signed = {
  readonly written: readonly string[];
  readonly key: { readonly publicKey: string };
  readonly custody: object;
};

test.each(['bundle', 'envelope', 'detached'])('what a key in the service signs verifies: %s', async (as) => {
  const arn = await createKey(localstack, 'ECC_NIST_P256', `alias/${as}`);
  const artifact = join(folder, 'lantern.tar');
  const env = environment(localstack);
  for (const named of [arn, `alias/${as}`]) {
    const args = ['sign', artifact, '--kms', `awskms:///${named}`, '--as', as, '--format', 'json'];
    const { code, stdout, stderr } = await plumbline(args, { env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { written, key, custody } = JSON.parse(stdout) as Signed;
    expect(custody).toEqual({
      kind: 'cloud',
      service: 'aws-kms',
      key: arn,
      protection: 'hardware',
      origin: 'generated',
    });
    const policy = {
      signers: [{ name: 'us', key: { pem: key.publicKey } }],
      require: [{ name: 'signature', signers: ['us'] }],
    };
    const trust = join(folder, 'trust.yaml');
    writeFileSync(trust, JSON.stringify(policy));
    const verified = await plumbline(['verify', artifact, '--trust', trust, '--attestation', ...written]);
    expect(verified).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(written[0] ?? '').length).toBeGreaterThan(64);
  }
});

test.each([
  ['RSA_2048', 'only keys of P-256 sign in AWS KMS'],
  ['ECC_NIST_P384', 'only keys of P-256 sign in AWS KMS'],
])('a key of %s is refused', async (spec, said) => {
  const arn = await createKey(localstack, spec);
  const args = ['sign', join(folder, 'lantern.tar'), '--kms', `awskms:///${arn}`];
  const { code, stderr } = await plumbline(args, { env: environment(localstack) });
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(said) });
});

test('a key that is not there, in the words of the service', async () => {
  const args = ['sign', join(folder, 'lantern.tar'), '--kms', 'awskms:///alias/none'];
  const { code, stderr } = await plumbline(args, { env: environment(localstack) });
  expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining('AWS KMS: NotFoundException') });
});

// moto hashes what it is told to be a digest: its signature is real, and over something else.
test('a signature over something else is noticed, and nothing is written', async () => {
  const arn = await createKey(moto, 'ECC_NIST_P256');
  const args = ['sign', join(folder, 'lantern.tar'), '--kms', `awskms:///${arn}`, '--output', join(folder, 'none')];
  const { code, stderr } = await plumbline(args, { env: environment(moto) });
  expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining('is no signature by the key') });
  expect(existsSync(join(folder, 'none'))).toBe(false);
});

test('without the client it is said what to install', async () => {
  const { PLUMBLINE_CLIENTS: _, ...env } = environment(localstack);
  const { code, stderr } = await plumbline(['sign', join(folder, 'lantern.tar'), '--kms', 'awskms:///alias/x'], {
    env,
  });
  expect(code).toBe(3);
  expect(stderr).toContain('@aws-sdk/client-kms is not installed');
  expect(stderr).toContain('npm install --prefix');
});
