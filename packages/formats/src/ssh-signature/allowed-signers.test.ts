// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { parseAllowedSigners } from './allowed-signers.ts';

// A key that `ssh-keygen -t ed25519` made for this test.
const ed25519 = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGHOlp6InAddhESoQ+X16zdAS+eBiHaqoea+j8xMem7g';

test('principals, namespaces and times', () => {
  const text = `# who may sign\n\nme@example.com,*@example.org namespaces="file,git",valid-after="20260101Z",valid-before="20261231235959Z" ${ed25519} a comment\nyou ${ed25519}\n`;
  expect(parseAllowedSigners(text)).toMatchObject({
    state: 'parsed',
    signers: [
      {
        principals: ['me@example.com', '*@example.org'],
        namespaces: ['file', 'git'],
        validAfter: '2026-01-01T00:00:00Z',
        validBefore: '2026-12-31T23:59:59Z',
        key: { type: 'ssh-ed25519' },
      },
      { principals: ['you'], namespaces: null, validAfter: null, validBefore: null },
    ],
  });
});

test('options are known in either case, and whom a line leaves out it does not name', () => {
  const text = `!you@example.com,*@example.com NAMESPACES="git",Valid-Before="20260101Z" ${ed25519}\n`;
  expect(parseAllowedSigners(text)).toMatchObject({
    signers: [{ principals: ['*@example.com'], namespaces: ['git'], validBefore: '2026-01-01T00:00:00Z' }],
  });
});

test.each([
  ['an option that is not supported', `me cert-authority ${ed25519}`, 'cert-authority is not supported'],
  ['a time in nobody knows which zone', `me valid-after="20260101" ${ed25519}`, 'no time of UTC'],
  ['a limit without quotes', `me valid-before=20200101Z ${ed25519}`, 'options that cannot be read'],
  ['two limits without a comma', `me valid-before="20200101Z"valid-after="20100101Z" ${ed25519}`, 'cannot be read'],
  ['the same limit twice', `me valid-before="20200101Z",valid-before="20990101Z" ${ed25519}`, 'there twice'],
  ['an authority in capitals', `me CERT-AUTHORITY ${ed25519}`, 'cert-authority is not supported'],
  ['a month that is none', `me valid-before="20201301Z" ${ed25519}`, 'no time of UTC'],
  ['a day that is none', `me valid-before="20200231Z" ${ed25519}`, 'no time of UTC'],
  ['a key of another type', 'me ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQ==', 'a key of a type that is read'],
  ['no key', 'me', 'principals, options and a key'],
  ['a key that does not end', 'me ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB6p', 'a key of a type that is read'],
  ['a key with something behind it', `me ${ed25519}AAAA`, 'a key of a type that is read'],
])('refused, with the line: %s', (_, line, because) => {
  const parsed = parseAllowedSigners(`you ${ed25519}\n${line}\n`);
  expect(parsed).toEqual({ state: 'failed', line: 2, because: expect.stringContaining(because) });
});
