// SPDX-License-Identifier: Apache-2.0
import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { json } from 'node:stream/consumers';
import { messageOf } from '@plumbline/adapters/platform/keys/read-whole';
import { openGoogleCloudKmsSigner } from '@plumbline/adapters/signers/google-cloud-kms/open-google-cloud-kms-signer';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { installKmsClients } from './install-kms-clients.ts';

// Google's own client, over REST. There is no emulator of the service: the server is a mock of ours, from Google's description of it.
const key = 'projects/p/locations/global/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1';
const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const content = Buffer.from('lantern\n');
let server: Server;
let version: object;
let signed: Buffer;
let asked: string[] = [];

beforeAll(async () => {
  vi.stubEnv('PLUMBLINE_CLIENTS', await installKmsClients());
  server = createServer((request, response) => {
    void answer(request).then(([status, body]) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});

async function answer(request: IncomingMessage): Promise<readonly [number, object]> {
  const { method, url = '', headers } = request;
  const path = url.split('?', 1)[0] ?? '';
  asked.push(`${method} ${path}`);
  if (headers.authorization?.startsWith('Bearer ') !== true) return [401, {}];
  if (path === `/v1/${key}`) return [200, { name: key, ...version }];
  if (path === `/v1/${key}/publicKey`)
    return [200, { name: key, pem: publicKey.export({ type: 'spki', format: 'pem' }) }];
  if (path !== `/v1/${key}:asymmetricSign`)
    return [404, { error: { code: 404, message: 'not there', status: 'NOT_FOUND' } }];
  const { digest } = (await json(request)) as { readonly digest: { readonly sha256: string } };
  expect(Buffer.from(digest.sha256, 'base64')).toHaveLength(32);
  return [200, { name: key, signature: signed.toString('base64') }];
}

/** A service account whose tokens the client makes by itself. */
function clientOptions(): object {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('no port');
  const account = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  return {
    fallback: true,
    protocol: 'http',
    apiEndpoint: '127.0.0.1',
    port: address.port,
    projectId: 'p',
    credentials: { client_email: 'us@example.com', private_key: account.export({ type: 'pkcs8', format: 'pem' }) },
  };
}

const open = (uri = `gcpkms://${key}`): ReturnType<typeof openGoogleCloudKmsSigner> =>
  openGoogleCloudKmsSigner(uri, clientOptions());
const usable = { state: 'ENABLED', algorithm: 'EC_SIGN_P256_SHA256' };

describe("Google's client against a mock of Google Cloud KMS", () => {
  test.each([
    [{ protectionLevel: 'HSM' }, 'hardware', 'generated'],
    [{ protectionLevel: 'HSM', importJob: 'projects/p/importJobs/1' }, 'hardware', 'imported'],
    [{ protectionLevel: 'SOFTWARE' }, 'software', 'generated'],
    [{ protectionLevel: 'EXTERNAL' }, 'external', null],
  ])('%j signs what verifies', async (more, protection, origin) => {
    version = { ...usable, ...more };
    signed = sign('sha256', content, privateKey);
    asked = [];
    const signer = await open();
    expect(signer.custody).toEqual({ kind: 'cloud', service: 'google-cloud-kms', key, protection, origin });
    expect(verify('sha256', content, publicKey, await signer.sign(messageOf(content)))).toBe(true);
    expect(asked).toEqual([`GET /v1/${key}`, `GET /v1/${key}/publicKey`, `POST /v1/${key}:asymmetricSign`]);
  });

  test('a signature over something else is refused', async () => {
    version = usable;
    signed = sign('sha256', Buffer.from('other'), privateKey);
    const signer = await open();
    await expect(signer.sign(messageOf(content))).rejects.toMatchObject({ code: 'signing-failed' });
  });

  test.each([{ algorithm: 'EC_SIGN_P384_SHA384' }, { algorithm: 'RSA_SIGN_PSS_2048_SHA256' }, { state: 'DISABLED' }])(
    'a key with %j is refused',
    async (more) => {
      version = { ...usable, ...more };
      await expect(open()).rejects.toMatchObject({ code: 'input-invalid' });
    },
  );

  test('a key that is not there, in the words of the service', async () => {
    await expect(open(`gcpkms://${key.replace('/k/', '/none/')}`)).rejects.toMatchObject({
      code: 'signing-failed',
      message: expect.stringContaining('not there'),
    });
  });
});
