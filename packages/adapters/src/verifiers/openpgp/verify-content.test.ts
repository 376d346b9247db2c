// SPDX-License-Identifier: Apache-2.0
import { createPublicKey } from 'node:crypto';
import type { MessageSource } from '@plumbline/core/signing/signer';
import { parseSignaturePacket } from '@plumbline/formats/openpgp/parse-signature-packet';
import { expect, test } from 'vitest';
import { makeTestKey, makeTestSignature, type TestKey } from '../../testing/openpgp-key.ts';
import { verifyContent } from './verify-content.ts';
import type { VerifyingKey } from './verify-octets.ts';

const content = Buffer.from('lantern 1.0\n');

const verifying = ({ privateKey }: TestKey): VerifyingKey => ({
  object: createPublicKey(privateKey),
  scheme: { kind: 'eddsa', size: 32 },
});

/** A content that says how large it is, and comes in parts of one octet. */
function contentOf(size: number): MessageSource & { readonly readings: () => number } {
  let readings = 0;
  return {
    size,
    readings: () => readings,
    open: async function* () {
      readings += 1;
      for (const octet of content) yield Uint8Array.of(octet);
    },
  };
}

test.each([4, 6] as const)(
  'of several keys the one is told that signed, after one reading: version %i',
  async (version) => {
    const [key, other] = [makeTestKey(version), makeTestKey(version)];
    const signature = parseSignaturePacket(makeTestSignature(key, { type: 0, about: [content] }));
    const source = contentOf(content.length);
    expect(await verifyContent(signature, [verifying(other), verifying(key)], source)).toEqual({
      state: 'verified',
      by: 1,
    });
    expect(source.readings()).toBe(1);
    expect(await verifyContent(signature, [verifying(other)], source)).toEqual({ state: 'verified', by: null });
  },
);

test('a large content is not read for every signature that somebody adds', async () => {
  const key = makeTestKey();
  const signature = parseSignaturePacket(makeTestSignature(key, { type: 0, about: [Buffer.from('another')] }));
  const source = contentOf(1024 ** 3);
  const states: string[] = [];
  for (let signatures = 0; signatures < 100; signatures += 1)
    states.push((await verifyContent(signature, [verifying(key)], source)).state);
  expect(states.filter((state) => state === 'verified')).toHaveLength(16);
  expect(source.readings()).toBe(16);
});
