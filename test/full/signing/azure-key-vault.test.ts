// SPDX-License-Identifier: Apache-2.0
import { generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { createServer, type Server } from 'node:https';
import { json } from 'node:stream/consumers';
import { messageOf } from '@plumbline/adapters/platform/keys/read-whole';
import { openAzureKeyVaultSigner } from '@plumbline/adapters/signers/azure-key-vault/open-azure-key-vault-signer';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { issueCertificate } from '../../../packages/adapters/src/testing/issue-certificate.ts';
import { installKmsClients } from './install-kms-clients.ts';

// Azure's own client, over TLS and with Azure's challenge. No emulator of the service runs here: the server is a mock of ours, from
// Azure's description of it.
const version = '78deebed173b48e48f55abf87ed4cf71';
const content = Buffer.from('lantern\n');
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });
// subjectAltName: 127.0.0.1
const certificate = issueCertificate({
  name: 'vault',
  authority: { below: null },
  extensions: [{ oid: '2.5.29.17', value: Buffer.from('300687047f000001', 'hex') }],
});

let server: Server;
let shown: { readonly kty: string; readonly key: KeyObject; readonly attributes: object };
let signing: KeyObject;
let asked: string[] = [];

beforeAll(async () => {
  vi.stubEnv('PLUMBLINE_CLIENTS', await installKmsClients());
  const key = certificate.keys.privateKey.export({ type: 'pkcs8', format: 'pem' });
  server = createServer({ key, cert: certificate.pem }, (request, response) => {
    void answer(request).then(([status, headers, body]) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});

const host = (): string => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('no port');
  return `127.0.0.1:${address.port}`;
};
let named: string | null = null;
const keyId = (): string => named ?? `https://${host()}/keys/release/${version}`;
const authority = 'https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000';

async function answer(
  request: IncomingMessage,
): Promise<readonly [number, { readonly [name: string]: string }, object]> {
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  if (request.headers.authorization !== 'Bearer a-token')
    return [401, { 'www-authenticate': `Bearer authorization="${authority}", resource="https://vault.azure.net"` }, {}];
  asked.push(`${request.method} ${path}`);
  if (path === `/keys/release/${version}` || path === '/keys/release/' || path === '/keys/release') {
    const { crv, x, y } = shown.key.export({ format: 'jwk' });
    return [
      200,
      {},
      { key: { kid: keyId(), kty: shown.kty, crv, x, y, key_ops: ['sign'] }, attributes: shown.attributes },
    ];
  }
  if (path !== `/keys/release/${version}/sign`)
    return [404, {}, { error: { code: 'KeyNotFound', message: 'not there' } }];
  const { alg, value } = (await json(request)) as { readonly alg: string; readonly value: string };
  expect([alg, Buffer.from(value, 'base64url').length]).toEqual(['ES256', 32]);
  const raw = sign('sha256', content, { key: signing, dsaEncoding: 'ieee-p1363' });
  return [200, {}, { kid: keyId(), value: raw.toString('base64url') }];
}

const open = (path: string): ReturnType<typeof openAzureKeyVaultSigner> =>
  openAzureKeyVaultSigner(`azurekms://${host()}/${path}`, {
    credential: { getToken: () => Promise.resolve({ token: 'a-token', expiresOnTimestamp: Date.now() + 3_600_000 }) },
    options: {
      tlsOptions: { ca: certificate.pem },
      disableChallengeResourceVerification: true,
      retryOptions: { maxRetries: 0 },
    },
  });

describe("Azure's client against a mock of Azure Key Vault", () => {
  test.each([
    ['EC-HSM', {}, { protection: 'hardware' }],
    ['EC', { exportable: false }, { protection: 'software', exportable: false }],
    ['EC-HSM', { exportable: true }, { protection: 'hardware', exportable: true }],
  ])('a key of type %s with %j signs what verifies', async (kty, attributes, expected) => {
    shown = { kty, key: p256.publicKey, attributes: { enabled: true, ...attributes } };
    signing = p256.privateKey;
    for (const path of [`release/${version}`, 'release']) {
      asked = [];
      const signer = await open(path);
      expect(signer.custody).toEqual({
        kind: 'cloud',
        service: 'azure-key-vault',
        key: keyId(),
        origin: null,
        ...expected,
      });
      expect(verify('sha256', content, p256.publicKey, await signer.sign(messageOf(content)))).toBe(true);
      expect(asked.at(-1)).toBe(`POST /keys/release/${version}/sign`);
    }
  });

  test('a signature of another key is refused', async () => {
    shown = { kty: 'EC', key: p256.publicKey, attributes: { enabled: true } };
    signing = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const signer = await open('release');
    await expect(signer.sign(messageOf(content))).rejects.toMatchObject({ code: 'signing-failed' });
  });

  test.each([
    ['elsewhere', () => `https://vault.example/keys/release/${version}`],
    ['with another name', () => `https://${host()}/keys/other/${version}`],
    ['of another version', () => `https://${host()}/keys/release/${'0'.repeat(32)}`],
  ])('a key %s than the one that was named is not asked', async (_, id) => {
    shown = { kty: 'EC', key: p256.publicKey, attributes: { enabled: true } };
    named = id();
    try {
      await expect(open(`release/${version}`)).rejects.toMatchObject({
        code: 'signing-failed',
        message: expect.stringContaining('another key'),
      });
    } finally {
      named = null;
    }
  });

  test.each([
    ['of another curve', p384.publicKey, true],
    ['that is disabled', p256.publicKey, false],
  ])('a key %s is refused', async (_, key, enabled) => {
    shown = { kty: 'EC', key, attributes: { enabled } };
    await expect(open('release')).rejects.toMatchObject({ code: 'input-invalid' });
  });

  test('a key that is not there, in the words of the service', async () => {
    await expect(open('none')).rejects.toMatchObject({
      code: 'signing-failed',
      message: expect.stringContaining('not there'),
    });
  });
});
