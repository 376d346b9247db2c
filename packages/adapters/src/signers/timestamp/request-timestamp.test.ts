// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { readDer } from '@plumbline/formats/der/read-der';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openTimestampAuthorities, type TimestampAuthorities } from '../../testing/timestamp-authorities.ts';
import { requestTimestamp } from './request-timestamp.ts';

let authorities: TimestampAuthorities;
const servers: Server[] = [];
const over = Buffer.from('a signature');
const digest = createHash('sha256').update(over).digest();

beforeAll(() => {
  authorities = openTimestampAuthorities();
  authorities.make('ours');
  authorities.make('other', { purpose: 'critical, codeSigning' });
}, 30_000);
afterAll(() => authorities.remove());
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function authorityAt(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/tsr`;
}

const answering = (answer: (request: Buffer) => Uint8Array): Promise<string> =>
  authorityAt((request, response) => {
    void buffer(request).then((body) => response.end(answer(body)));
  });

const ask = (address: string): Promise<Uint8Array> => requestTimestamp(address, { algorithm: 'sha256', digest });

/** The nonce of a request, as it was sent. */
function nonceOf(request: Buffer): Uint8Array {
  const read = readDer(request);
  return read.state === 'read' ? (read.value.parts[2]?.content ?? new Uint8Array()) : new Uint8Array();
}

test('an authority is asked for these bytes, with a nonce and for its certificate', async () => {
  const types: unknown[] = [];
  const address = await authorityAt((request, response) => {
    types.push(request.headers['content-type']);
    void buffer(request).then((body) => response.end(authorities.reply('ours', body)));
  });
  const stamp = await ask(address);
  expect(readDer(stamp).state).toBe('read');
  expect(types).toEqual(['application/timestamp-query']);
});

/** What DER calls a granted answer with this token. */
const granted = (token: Buffer): Buffer => {
  const content = Buffer.concat([Buffer.from('3003020100', 'hex'), token]);
  return Buffer.concat([Buffer.from([0x30, 0x82, content.length >> 8, content.length & 255]), content]);
};

test.each<[string, (request: Buffer) => Uint8Array, string]>([
  [
    'over other bytes',
    (request) => granted(authorities.state('ours', { over: Buffer.from('x'), nonce: nonceOf(request) })),
    'over other bytes',
  ],
  ['with another nonce', () => granted(authorities.state('ours', { over, nonce: Buffer.from([7]) })), 'nonce'],
  ['without a nonce', () => granted(authorities.state('ours', { over })), 'nonce'],
  [
    'of a certificate for something else',
    (request) => granted(authorities.state('other', { over, nonce: nonceOf(request) })),
    'not for timestamps',
  ],
  [
    'from after its certificate',
    (request) => granted(authorities.state('ours', { over, nonce: nonceOf(request), instant: new Date('2090-01-01') })),
    'counted from',
  ],
  ['that is cut', (request) => authorities.reply('ours', request).subarray(0, 200), 'no DER'],
  ['that is none', () => Buffer.from('<html>'), 'no DER'],
  ['that was refused', () => Buffer.from('30053003020102', 'hex'), 'refused it'],
])('an answer %s is none', async (_, answer, because) => {
  const asked = ask(await answering(answer));
  await expect(asked).rejects.toMatchObject({ code: 'signing-failed', message: expect.stringContaining(because) });
});

test.each<[string, RequestListener, string]>([
  ['refuses', (_, response) => response.writeHead(403).end('no'), 'answers 403'],
  [
    'sends elsewhere',
    (_, response) => response.writeHead(307, { location: 'https://example.com/' }).end(),
    'answers 307',
  ],
  ['never ends', (_, response) => void response.end(Buffer.alloc(2 * 1024 * 1024)), 'answers more than'],
  ['hangs up', (request) => request.socket.destroy(), 'cannot be reached'],
])('an authority that %s is a fault of the service', async (_, listener, because) => {
  const asked = ask(await authorityAt(listener));
  await expect(asked).rejects.toMatchObject({ code: 'fetch-failed', message: expect.stringContaining(because) });
});

test('asking can be interrupted', async () => {
  const interrupt = new AbortController();
  const address = await authorityAt(() => interrupt.abort());
  const asked = requestTimestamp(address, { algorithm: 'sha256', digest }, interrupt.signal);
  await expect(asked).rejects.toMatchObject({ code: 'interrupted' });
});

test('an address is asked by https only', async () => {
  await expect(ask('http://tsa.example/')).rejects.toMatchObject({ code: 'usage' });
});
