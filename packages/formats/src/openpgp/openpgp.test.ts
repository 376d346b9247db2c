// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeBase64 } from '../base64/encode-base64.ts';
import { parseDetachedSignature } from './parse-detached-signature.ts';
import { readArmoredBlocks, readArmoredText } from './read-armor.ts';
import { readCertificates } from './read-certificates.ts';

const block = (label: string, octets: Uint8Array, headers = ''): string =>
  `-----BEGIN ${label}-----\n${headers}\n${encodeBase64(octets)}\n-----END ${label}-----\n`;
const octets = Uint8Array.of(1, 2, 3);

describe('armor', () => {
  test('with headers, a checksum, and line ends of Windows', () => {
    const plain = block('X', octets, 'Version: 1\nComment: by hand\n').replace('\n-----END', '\n=AAAA\n-----END');
    for (const text of [plain, plain.replaceAll('\n', '\r\n'), `${plain}\n\n`])
      expect(readArmoredText(text, 'X')).toEqual({ state: 'read', octets });
  });

  test('several blocks among other text are read one after the other', () => {
    const text = `keys of us\n${block('X', octets)}and\n${block('X', Uint8Array.of(4))}`;
    expect(readArmoredBlocks(text, 'X')).toEqual({ state: 'read', octets: Uint8Array.of(1, 2, 3, 4) });
  });

  test.each([
    ['text in front', `a\n${block('X', octets)}`, 'does not begin with'],
    ['text behind', `${block('X', octets)}a\n`, 'something follows'],
    ['another label', block('Y', octets), 'does not begin with'],
    ['no end', block('X', octets).replace(/-----END.*/u, ''), 'damaged'],
    ['no empty line', block('X', octets).replace('\n\n', '\n'), 'damaged'],
    ['a header that is none', block('X', octets, 'what is this\n'), 'damaged'],
    ['no base64', block('X', octets).replace('AQID', 'A!ID'), 'damaged'],
  ])('refused: %s', (_, text, because) => {
    expect(readArmoredText(text, 'X')).toEqual({ state: 'failed', because: expect.stringContaining(because) });
  });
});

/** A signature packet whose parts a test chooses: version, type, algorithm, digest, hashed and unhashed parts, the rest. */
const signature = (parts: {
  readonly version?: number;
  readonly algorithm?: number;
  readonly digest?: number;
  readonly hashed?: readonly number[];
  readonly rest?: readonly number[];
}): string => {
  const { version = 4, algorithm = 27, digest = 8, hashed = [], rest = Array.from({ length: 64 }, () => 1) } = parts;
  const body = [version, 0, algorithm, digest, 0, hashed.length, ...hashed, 0, 0, 0, 0, ...rest];
  return block('PGP SIGNATURE', Uint8Array.of(0xc2, body.length, ...body));
};

describe('signatures', () => {
  test('what one says of itself', () => {
    const hashed = [5, 2, 0x65, 0, 0, 0, 9, 16, 1, 2, 3, 4, 5, 6, 7, 8];
    expect(parseDetachedSignature(signature({ hashed }))).toMatchObject({
      state: 'parsed',
      signature: {
        version: 4,
        type: 0,
        digest: { name: 'sha256', weak: false },
        claims: { createdAt: 0x65000000, expiresAfter: null },
        issuers: ['0102030405060708'],
      },
    });
  });

  test.each([
    ['an older version', { version: 3 }, 'unsupported', 'version 3'],
    ['DSA', { algorithm: 17 }, 'unsupported', 'algorithm (17)'],
    ['a digest of tomorrow', { digest: 99 }, 'unsupported', 'digest (99)'],
    ['something behind it', { rest: Array.from({ length: 65 }, () => 1) }, 'failed', 'something follows'],
    ['half of it', { rest: [1] }, 'failed', 'ends too early'],
    ['a critical part that nobody knows', { hashed: [2, 0x80 | 99, 0] }, 'failed', 'must be understood'],
    ['a part without a type', { hashed: [0] }, 'failed', 'has no type'],
    ['a part that is longer than all', { hashed: [200, 2] }, 'failed', 'ends too early'],
    ['a time of two octets', { hashed: [3, 2, 0, 0] }, 'failed', 'a time in it'],
  ])('refused: %s', (_, parts, state, because) => {
    expect(parseDetachedSignature(signature(parts))).toEqual({ state, because: expect.stringContaining(because) });
  });

  test('a packet whose length is not known at its start', () => {
    for (const head of [
      [0xc2, 0xe1, 1, 2],
      [0x8b, 1],
      [0x02, 1, 1],
    ])
      expect(parseDetachedSignature(block('PGP SIGNATURE', Uint8Array.from(head)))).toMatchObject({ state: 'failed' });
  });
});

test('whatever comes, nothing is thrown', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(0xc2, 0xc6, 0xce, 0x88, 0x98), (body, head) => {
      const packets = Uint8Array.of(head, Math.min(body.length, 191), ...body);
      expect(parseDetachedSignature(block('PGP SIGNATURE', packets)).state).toBeDefined();
      expect(readCertificates(block('PGP PUBLIC KEY BLOCK', packets)).state).toBeDefined();
    }),
  );
});
