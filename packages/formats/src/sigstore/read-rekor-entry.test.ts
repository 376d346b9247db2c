// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRekorEntry } from './read-rekor-entry.ts';

const body = Buffer.from('{"kind":"dsse","apiVersion":"0.0.1","spec":{}}').toString('base64');
const inclusionProof = {
  logIndex: 5,
  rootHash: '00'.repeat(32),
  treeSize: 6,
  hashes: ['ff'.repeat(32)],
  checkpoint: 'log\n6\nAAAA\n\n— log AAAA\n',
};
const entry = {
  body,
  integratedTime: 1_700_000_000,
  logID: 'ab'.repeat(32),
  logIndex: 25,
  verification: { inclusionProof, signedEntryTimestamp: 'AAAA' },
};
const read = (answer: unknown): ReturnType<typeof readRekorEntry> =>
  readRekorEntry(Buffer.from(JSON.stringify(answer)));

test('an entry becomes what a bundle holds: numbers as text, digests in base64, the checkpoint letter by letter', () => {
  const found = read({ '24296fb24b8ad77a': entry });
  expect(found).toEqual({
    state: 'read',
    entry: {
      logIndex: '25',
      logId: { keyId: Buffer.alloc(32, 0xab).toString('base64') },
      kindVersion: { kind: 'dsse', version: '0.0.1' },
      integratedTime: '1700000000',
      inclusionPromise: { signedEntryTimestamp: 'AAAA' },
      inclusionProof: {
        logIndex: '5',
        rootHash: Buffer.alloc(32).toString('base64'),
        treeSize: '6',
        hashes: [Buffer.alloc(32, 0xff).toString('base64')],
        checkpoint: { envelope: inclusionProof.checkpoint },
      },
      canonicalizedBody: body,
    },
  });
});

const withProof = (proof: object): object => ({
  ...entry,
  verification: { ...entry.verification, inclusionProof: { ...inclusionProof, ...proof } },
});

test.each<[string, object]>([
  ['a negative index', { ...entry, logIndex: -1 }],
  ['an id that is no digest', { ...entry, logID: 'xyz' }],
  ['a time that is text', { ...entry, integratedTime: '1700000000' }],
  ['a body that names no kind', { ...entry, body: 'e30=' }],
  ['a hash that is none', withProof({ hashes: ['x'] })],
  ['too many hashes', withProof({ hashes: Array.from({ length: 65 }, () => 'ff') })],
  ['no checkpoint', withProof({ checkpoint: 1 })],
])('refused: %s', (_, held) => {
  expect(read({ a: held }).state).toBe('refused');
});

test('whatever the answer, it says one or the other', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(readRekorEntry(Buffer.from(json)).state).toBe('refused');
    }),
  );
});
