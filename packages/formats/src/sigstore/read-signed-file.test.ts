// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSignedFile } from './read-signed-file.ts';

const envelope = { payloadType: 'x', payload: 'e30=', signatures: [{ sig: 'YQ==' }] };
const bundle = { mediaType: 'x', verificationMaterial: {}, dsseEnvelope: envelope };
const kinds = (text: string): readonly string[] => readSignedFile(Buffer.from(text), 'f').map(({ kind }) => kind);

test('what is signed is found alone, in lines, and in the lists of registries', () => {
  expect(kinds(JSON.stringify(envelope, null, 2))).toEqual(['envelope']);
  expect(kinds(`${JSON.stringify(bundle)}\n${JSON.stringify(envelope)}\n`)).toEqual(['bundle', 'envelope']);
  expect(kinds(JSON.stringify({ attestations: [{ bundle }, { bundle }] }))).toEqual(['bundle', 'bundle']);
});

test('plain signatures are bytes, or base64 of them', () => {
  const signature = Buffer.alloc(64, 7);
  const raw = { kind: 'raw-signature', signature: new Uint8Array(signature), file: 'f', place: 1 };
  expect(readSignedFile(new Uint8Array(signature), 'f')).toEqual([raw]);
  expect(readSignedFile(Buffer.from(`${signature.toString('base64')}\n`), 'f')).toEqual([raw]);
});

test('a plain signature whose bytes begin as JSON does is one', () => {
  fc.assert(
    fc.property(fc.constantFrom(0x7b, 0x5b), fc.uint8Array({ minLength: 62, maxLength: 62 }), (first, rest) => {
      const signature = Uint8Array.of(first, 0xff, ...rest); // no text has the second byte
      expect(readSignedFile(signature, 'app.sig')).toEqual([
        { kind: 'raw-signature', signature, file: 'app.sig', place: 1 },
      ]);
    }),
  );
});

test.each([
  ['a member given twice', '{"payloadType":"x","payloadType":"x"}'],
  ['both an envelope and a signature', JSON.stringify({ ...bundle, messageSignature: { signature: 'YQ==' } })],
  ['a bundle of nothing', '{"verificationMaterial":{}}'],
  ['an SSH signature that is cut', '-----BEGIN SSH SIGNATURE-----\nU1NI\n'],
  ['nothing signed', '{}'],
  ['lines without end', '{"payloadType":1}\n'.repeat(10_001)],
  ['nothing', ''],
])('unusable, with a reason: %s', (_, text) => {
  const [candidate, ...others] = readSignedFile(Buffer.from(text), 'f');
  expect(candidate).toMatchObject({ kind: 'unusable', because: expect.stringMatching(/.{10}/u) });
  expect(others).toEqual([]);
});

test('never throws, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(readSignedFile(bytes, 'f')).not.toEqual([]);
    }),
  );
  const parts = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"payload"',
    '"bundle"',
    ':',
    ',',
    '"x"',
    '-----BEGIN SSH SIGNATURE-----\n',
  );
  fc.assert(
    fc.property(fc.array(parts), (texts) => {
      expect(readSignedFile(Buffer.from(texts.join('')), 'f')).not.toEqual([]);
    }),
  );
});
