// SPDX-License-Identifier: Apache-2.0
// Good timestamps, and those of hostile authorities, are tested where OpenSSL makes them: packages/adapters/src/verifiers/timestamp.
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contextTag, derTags } from '../der/der-value.ts';
import { writeDer, writeInteger, writeOid } from '../der/write-der.ts';
import { readTimestamp } from './read-timestamp.ts';
import { renderTimestampRequest } from './render-timestamp-request.ts';

test('a request is as OpenSSL writes it', () => {
  // openssl ts -query -sha256 -digest 00…1f -cert, with this nonce.
  const digest = Uint8Array.from({ length: 32 }, (_, at) => at);
  const request = renderTimestampRequest({ algorithm: 'sha256', digest }, hexToBytes('a8edc978ace26a0d'));
  expect(bytesToHex(request)).toBe(
    `30440201013031300d060960864801650304020105000420${bytesToHex(digest)}020900a8edc978ace26a0d0101ff`,
  );
});

const { sequence, set, octetString } = derTags;
const granted = hexToBytes('3003020100');
const token = (...parts: readonly Uint8Array[]): Uint8Array =>
  writeDer(
    sequence,
    granted,
    writeDer(sequence, writeOid('1.2.840.113549.1.7.2'), writeDer(contextTag(0, 'constructed'), ...parts)),
  );

const held = writeDer(
  sequence,
  writeOid('1.2.840.113549.1.9.16.1.4'),
  writeDer(contextTag(0, 'constructed'), writeDer(octetString)),
);
const version = writeInteger(Uint8Array.of(3));

test.each<[string, Uint8Array, string]>([
  ['no timestamp with a grant', writeDer(sequence, granted), 'sent no timestamp'],
  ['words with a refusal', hexToBytes('300a300802010230030c0178'), 'status 2: x'],
  ['another kind of data', writeDer(sequence, granted, writeDer(sequence, writeOid('1.2.3'))), 'no signed data'],
  ['nothing signed', token(writeDer(sequence, version)), 'no time'],
  ['no signer', token(writeDer(sequence, version, writeDer(set), held, writeDer(set))), 'exactly one authority'],
  [
    'a signer without attributes',
    token(writeDer(sequence, version, writeDer(set), held, writeDer(set, writeDer(sequence, version)))),
    'no signed attributes',
  ],
])('refused: %s', (_, bytes, because) => {
  expect(readTimestamp(bytes)).toMatchObject({ state: 'refused', because: expect.stringContaining(because) });
});

test('whatever the bytes, it says one or the other', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(readTimestamp(bytes).state).toBe('refused');
      expect(readTimestamp(token(bytes)).state).toBe('refused');
    }),
  );
});
