// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeSignature } from '../../testing/fake-signature.ts';
import { parseCommit } from './parse-commit.ts';
import { parseTag } from './parse-tag.ts';

const signed = (signature: string): string => `gpgsig ${signature.replaceAll('\n', '\n ')}\n`;
const commit = (extra: string, message = 'Subject\n'): Buffer =>
  Buffer.from(
    `tree ${'1'.repeat(40)}\nparent ${'2'.repeat(40)}\nparent ${'3'.repeat(40)}\nauthor Ada <A@b.c> 1 +0100\n` +
      `committer Bob <b@b.c> 1700000000 -0500\n${extra}\n${message}`,
  );

describe('parseCommit', () => {
  it('reads people, parents, time and message', () => {
    expect(parseCommit(commit('encoding latin1\n'))).toEqual({
      parents: 2,
      author: { name: 'Ada', email: 'a@b.c' },
      committer: { name: 'Bob', email: 'b@b.c' },
      committedAt: 1_700_000_000,
      signature: null,
      message: 'Subject\n',
    });
  });

  it.each(['openpgp', 'ssh', 'x509'] as const)('sees a signature of the format %s in the header alone', (format) => {
    const signature = fakeSignature(format);
    expect(parseCommit(commit(signed(signature))).signature).toBe(format);
    expect(parseCommit(commit(signed(signature).replace('gpgsig', 'gpgsig-sha256'))).signature).toBe(format);
    expect(parseCommit(commit('', `S\n\n${signed(signature)}`)).signature).toBe(null);
    expect(parseCommit(commit(`mergetag ${signed(signature).slice('gpgsig '.length)}`)).signature).toBe(null);
  });

  it('takes half a signature, and words in its place, for none', () => {
    expect(parseCommit(commit('gpgsig yes\n')).signature).toBe(null);
    expect(parseCommit(commit('gpgsig -----BEGIN PGP SIGNATURE-----\n abc\n')).signature).toBe(null);
  });

  it('never throws, whatever the object holds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(parseCommit(Buffer.from(bytes)).signature).toBe(null);
        expect(parseTag(Buffer.from(bytes)).signature).toBe(null);
      }),
    );
  });
});

describe('parseTag', () => {
  const head = `object ${'1'.repeat(40)}\ntype commit\ntag v1\ntagger Ada <a@b.c> 5 +0000\n\n`;

  it('reads target, time and the signature at the end', () => {
    expect(parseTag(Buffer.from(`${head}One\n${fakeSignature('ssh')}\n`))).toEqual({
      target: '1'.repeat(40),
      targetType: 'commit',
      taggedAt: 5,
      signature: 'ssh',
    });
  });

  it('sees no signature in a quotation', () => {
    const quoted = fakeSignature('openpgp').replaceAll(/^/gmu, '> ');
    expect(parseTag(Buffer.from(`${head}${quoted}\n`)).signature).toBe(null);
    expect(parseTag(Buffer.from(head.replace(/tagger.*\n/u, ''))).taggedAt).toBe(null);
  });
});
