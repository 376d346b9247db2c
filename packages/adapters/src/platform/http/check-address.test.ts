// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { checkAddress } from './check-address.ts';

test('https anywhere, http on this machine', () => {
  for (const address of ['https://example.com/a', 'http://localhost:1', 'http://127.0.0.1', 'http://[::1]/'])
    expect(checkAddress(address).href).toContain(new URL(address).host);
  for (const address of ['http://example.com', 'ftp://example.com', 'http://localhost.example.com', 'example.com'])
    expect(() => checkAddress(address)).toThrow(expect.objectContaining({ code: 'usage' }));
});

test.each(['https', 'http', 'ftp'])('credentials in an address are refused and not repeated: %s', (scheme) => {
  const refusal = { code: 'usage', message: expect.stringContaining('credentials'), path: 'example.com' };
  expect(() => checkAddress(`${scheme}://me:hush@example.com/a`)).toThrow(expect.objectContaining(refusal));
});
