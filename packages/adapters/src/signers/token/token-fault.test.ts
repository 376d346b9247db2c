// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';
import { expect, test } from 'vitest';
import { tokenFault } from './token-fault.ts';

const saying = (words: string): PlumblineError => new PlumblineError('signing-failed', words);

test.each([
  ['error: Failed to load pkcs11 module; Aborting.', 'input-unreadable', /library/u],
  ['error: PKCS11 function C_Login failed: rv = CKR_PIN_INCORRECT (0xa0); Aborting.', 'signing-failed', /this PIN/u],
  ['error: PKCS11 function C_Login failed: rv = CKR_PIN_LOCKED (0xa4); Aborting.', 'signing-failed', /locked/u],
])('%s', (words, code, message) => {
  expect(tokenFault(saying(words), 'lib.so')).toMatchObject({
    code,
    message: expect.stringMatching(message) as string,
    next: expect.any(String) as string,
  });
});

test('any other error stays as it is', () => {
  const error = saying('error: PKCS11 function C_Sign failed: rv = CKR_DEVICE_ERROR (0x30)');
  expect(tokenFault(error, 'lib.so')).toBe(error);
});
