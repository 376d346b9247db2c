// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { assertTogether } from './assert-together.ts';
import type { RunSignOptions } from './sign-options.ts';

const plain = { as: 'bundle', namespace: 'file', rekorVersion: '1', format: 'text' } satisfies RunSignOptions;

test.each([
  ['--pin-file goes with --pkcs11-module', { key: 'a', pinFile: 'b' }],
  ['--fulcio-url goes with --keyless', { key: 'a', fulcioUrl: 'https://fulcio.example' }],
  ['--passphrase-file goes with --key', { sshKey: 'a', passphraseFile: 'b' }],
])('%s', (message, options) => {
  expect(() => assertTogether({ ...plain, ...options })).toThrow(message);
});

test.each([
  { keyless: true, fulcioUrl: 'https://fulcio.example', trustedRoot: 'root.json' },
  { pkcs11Module: 'lib.so', token: 'a', keyLabel: 'b', pinFile: 'c' },
])('what belongs together passes: %o', (options) => {
  expect(() => assertTogether({ ...plain, ...options })).not.toThrow();
});
