// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { readStatement } from './read-statement.ts';
import { renderStatement } from './render-statement.ts';

const sha256 = 'a'.repeat(64);
const bytes = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const good = {
  _type: 'https://in-toto.io/Statement/v1',
  predicateType: 'x',
  subject: [{ name: 'a', digest: { sha256 } }],
};

test('what is written is read back', () => {
  const read = readStatement(renderStatement([{ name: 'a', sha256 }], 'urn:x', { b: 1 }));
  const statement = { predicateType: 'urn:x', subjects: [{ name: 'a', sha256, sha512: null }], predicate: { b: 1 } };
  expect(read).toEqual({ state: 'read', statement });
});

test('a subject is bound by SHA-512 alone, too', () => {
  const sha512 = 'b'.repeat(128);
  expect(readStatement(bytes({ ...good, subject: [{ name: 'a', digest: { sha512 } }] }))).toMatchObject({
    statement: { subjects: [{ name: 'a', sha256: null, sha512 }] },
  });
});

test.each<[string, unknown]>([
  ['names a member twice', `{"_type":"https://in-toto.io/Statement/v1","_type":"https://in-toto.io/Statement/v1"}`],
  ['no JSON object', []],
  ['_type is neither', { ...good, _type: 'https://in-toto.io/Statement/v2' }],
  ['no predicateType', { ...good, predicateType: '' }],
  ['no subject', { ...good, subject: [] }],
  [
    'neither a SHA-256 nor a SHA-512',
    { ...good, subject: [...good.subject, { name: 'b', digest: { sha1: 'b'.repeat(40) } }] },
  ],
  ['neither a SHA-256 nor a SHA-512', { ...good, subject: [{ digest: { sha256: 'A'.repeat(64) } }] }],
  ['neither a SHA-256 nor a SHA-512', { ...good, subject: ['a'] }],
  ['neither a SHA-256 nor a SHA-512', { ...good, subject: [{ digest: { sha256, sha512: 'a' } }] }],
  ['neither a SHA-256 nor a SHA-512', { ...good, subject: [{ digest: { sha256: null } }] }],
])('refused: %s', (because, value) => {
  expect(readStatement(bytes(value))).toEqual({ state: 'refused', because: expect.stringContaining(because) });
});
