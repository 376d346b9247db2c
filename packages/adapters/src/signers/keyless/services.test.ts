// SPDX-License-Identifier: Apache-2.0
// Services that fail; that signing works with ones that do not is tested in test/scenarios/keyless.test.ts.
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Certificate, readCertificates } from '../../platform/certificates/certificate.ts';
import { openTimestampAuthorities } from '../../testing/timestamp-authorities.ts';
import { findIdentityToken } from './find-identity-token.ts';
import { publishSignature, type RekorLog } from './publish-signature.ts';
import { requestCertificate } from './request-certificate.ts';

const servers: Server[] = [];
const { privateKey }: { readonly privateKey: KeyObject } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const token = { text: 'header.secret-payload.secret-signature', challenge: 'me@example.com' };
let pem: string;
let certificate: Certificate | undefined;

beforeAll(() => {
  const authorities = openTimestampAuthorities();
  authorities.make('any');
  pem = authorities.pem('any', 'leaf');
  [certificate] = readCertificates(pem) ?? [];
  authorities.remove();
}, 30_000);
afterEach(close);
afterAll(close);

function close(): void {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
}

async function serviceAt(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

const answering =
  (status: number, body: unknown): RequestListener =>
  (_, response) =>
    void response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
const endless: RequestListener = (_, response) => void response.writeHead(201).end(Buffer.alloc(2 * 1024 * 1024, 0x20));
const chainOf = (text: string): object => ({ signedCertificateEmbeddedSct: { chain: { certificates: [text] } } });

type Fault = readonly [string, RequestListener, string];

const faults: readonly Fault[] = [
  ['that is down', (request) => request.socket.destroy(), 'cannot be reached'],
  ['with a fault of its own', answering(503, ''), 'answers 503'],
  [
    'that refuses',
    answering(400, { message: 'There was an error processing the credentials' }),
    '400: There was an error',
  ],
  ['that quotes what it was sent', answering(400, { message: 'bad token: x.secret-payload.x' }), 'answers 400'],
  ['that answers without an end', endless, 'answers more than'],
  [
    'that sends elsewhere',
    (_, response) => void response.writeHead(308, { location: 'https://example.com' }).end(),
    '308',
  ],
  ['that answers something else', answering(201, '<html>'), ''],
];

test.each<Fault>([
  ...faults,
  ['without a certificate', answering(201, {}), 'without a certificate that names somebody'],
  ['with a certificate that names nobody', (...asked) => answering(201, chainOf(pem))(...asked), 'names somebody'],
])('a certificate authority %s is said so, without the token', async (_, listener, because) => {
  const failed = requestCertificate(await serviceAt(listener), token, privateKey);
  await expect(failed).rejects.toMatchObject({
    code: 'fetch-failed',
    message: expect.stringContaining(because),
    next: expect.any(String),
  });
  await expect(failed).rejects.not.toThrow(/secret/u);
});

const proof = {
  logIndex: 0,
  rootHash: '00'.repeat(32),
  treeSize: 1,
  hashes: [],
  checkpoint: 'log\n1\nAAAA\n\n— log AAAAAAAA\n',
};
const entry = {
  body: Buffer.from(JSON.stringify({ kind: 'hashedrekord', apiVersion: '0.0.1', spec: {} })).toString('base64'),
  integratedTime: Math.floor(Date.now() / 1000),
  logID: 'ab'.repeat(32),
  logIndex: 7,
  verification: { signedEntryTimestamp: 'AAAA', inclusionProof: proof },
};

function publish(address: string, version: RekorLog['version'] = '1'): Promise<unknown> {
  if (certificate === undefined) throw new Error('there is no certificate');
  const content = { signature: Buffer.alloc(70), sha256: Buffer.alloc(32) };
  return publishSignature({ address, version }, content, certificate);
}

test.each<Fault>([
  ...faults,
  ['with two entries', answering(201, { a: entry, b: entry }), 'something else than one entry'],
  [
    'without a proof of inclusion',
    answering(201, { a: { ...entry, verification: { signedEntryTimestamp: 'AAAA' } } }),
    'no proof of inclusion',
  ],
  ['without its promise', answering(201, { a: { ...entry, verification: { inclusionProof: proof } } }), 'no promise'],
  ['with a body that is none', answering(201, { a: { ...entry, body: 'AAAA' } }), 'not whole'],
  ['with an entry that is there already', answering(409, { message: 'an equivalent entry already exists' }), '409'],
])('a log %s is said so', async (_, listener, because) => {
  const failed = publish(await serviceAt(listener));
  await expect(failed).rejects.toMatchObject({ code: 'fetch-failed', message: expect.stringContaining(because) });
});

test('an entry is taken as it is, unless it came too late for the certificate', async () => {
  const taken = await publish(await serviceAt(answering(201, { a: entry })));
  expect(taken).toMatchObject({ logIndex: '7', kindVersion: { kind: 'hashedrekord', version: '0.0.1' } });
  const late = publish(await serviceAt(answering(201, { a: { ...entry, integratedTime: 4_000_000_000 } })));
  await expect(late).rejects.toMatchObject({
    code: 'signing-failed',
    message: expect.stringContaining('took the signature'),
  });
});

const second = {
  logId: { keyId: 'q6s=' },
  kindVersion: { kind: 'hashedrekord', version: '0.0.2' },
  inclusionProof: { rootHash: 'q6s=', treeSize: '1', checkpoint: { envelope: proof.checkpoint } },
  canonicalizedBody: entry.body,
};

test.each<Fault>([
  ...faults,
  ['without a proof of inclusion', answering(201, { ...second, inclusionProof: undefined }), 'no proof of inclusion'],
  [
    'with hashes that are none',
    answering(201, { ...second, inclusionProof: { ...second.inclusionProof, hashes: ['?'] } }),
    'no proof',
  ],
  ['with a body that is none', answering(201, { ...second, canonicalizedBody: '?' }), 'not whole'],
])('a log of Rekor 2 %s is said so', async (_, listener, because) => {
  const failed = publish(await serviceAt(listener), '2');
  await expect(failed).rejects.toMatchObject({ code: 'fetch-failed', message: expect.stringContaining(because) });
});

test('an entry of Rekor 2 has no time, and the first one neither index nor hashes', async () => {
  const taken = await publish(await serviceAt(answering(201, second)), '2');
  expect(taken).toEqual({
    ...second,
    logIndex: '0',
    inclusionProof: { ...second.inclusionProof, logIndex: '0', hashes: [] },
  });
});

const placed = (environment: { readonly [name: string]: string }): Promise<string> =>
  findIdentityToken({ file: undefined, environment });

test('a token is what the environment has, or what GitHub Actions gives for it', async () => {
  expect(await placed({ SIGSTORE_ID_TOKEN: 'a.b.c' })).toBe('a.b.c');
  const url = await serviceAt(({ headers, url: asked }, response) => {
    const isAsked = asked === '/?a=b&audience=sigstore' && headers.authorization === 'Bearer secret';
    response.writeHead(isAsked ? 200 : 401).end(JSON.stringify({ value: 'd.e.f' }));
  });
  const actions = (address: string, secret = 'secret'): Promise<string> =>
    placed({ ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: secret });
  expect(await actions(`${url}/?a=b`)).toBe('d.e.f');
  await expect(actions(url)).rejects.toMatchObject({ code: 'fetch-failed', message: expect.stringContaining('401') });
  await expect(actions('http://example.com')).rejects.toMatchObject({ code: 'usage' });
  await expect(actions('nonsense')).rejects.toMatchObject({ code: 'usage' });
  await expect(placed({})).rejects.toMatchObject({ code: 'usage', next: expect.stringContaining('id-token: write') });
});
