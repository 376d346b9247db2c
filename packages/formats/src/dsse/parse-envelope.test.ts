// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DsseEnvelope } from './envelope.ts';
import { parseEnvelope } from './parse-envelope.ts';
import { preAuthenticationEncoding } from './pre-authentication-encoding.ts';
import { envelopeToJson } from './render-envelope.ts';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

// The example of the specification (DSSE v1.0.2, protocol.md, test vectors).
test('the encoding that is signed is that of the specification', () => {
  const encoded = preAuthenticationEncoding('http://example.com/HelloWorld', Buffer.from('hello world'));
  expect(text(encoded)).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world');
});

test('lengths count bytes, so that type and payload cannot trade places', () => {
  expect(text(preAuthenticationEncoding('é', Buffer.from('x')))).toBe('DSSEv1 2 é 1 x');
});

test('what is written is read back', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }),
      fc.uint8Array(),
      fc.uint8Array({ minLength: 1 }),
      (payloadType, payload, signature) => {
        const envelope: DsseEnvelope = {
          payloadType,
          payload,
          signatures: [{ keyId: null, signature, certificate: null }],
        };
        expect(parseEnvelope(JSON.parse(JSON.stringify(envelopeToJson(envelope))))).toEqual({
          state: 'parsed',
          envelope,
        });
      },
    ),
  );
});

test.each<[string, object]>([
  ['no payloadType', { payload: 'e30=', signatures: [{ sig: 'YQ==' }] }],
  ['no payload', { payloadType: 'x', signatures: [{ sig: 'YQ==' }] }],
  ['payload is not canonical base64', { payloadType: 'x', payload: 'e30', signatures: [{ sig: 'YQ==' }] }],
  ['no signature', { payloadType: 'x', payload: 'e30=', signatures: [] }],
  ['is not canonical base64', { payloadType: 'x', payload: 'e30=', signatures: [{ sig: 'YR==' }] }],
  ['is not canonical base64', { payloadType: 'x', payload: 'e30=', signatures: [{ sig: 'YQ==' }, { keyid: 'x' }] }],
  [
    'more than 64',
    { payloadType: 'x', payload: 'e30=', signatures: Array.from({ length: 65 }, () => ({ sig: 'YQ==' })) },
  ],
])('refused: %s', (because, value) => {
  const parsed = parseEnvelope(JSON.parse(JSON.stringify(value)));
  expect(parsed).toEqual({ state: 'failed', because: expect.stringContaining(because) });
});
