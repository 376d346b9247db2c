// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { parseWebAddress } from './parse-web-address.ts';

test.each([
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/'],
  ['https://staging.example.org/shop#top', 'https://staging.example.org/shop'],
  ['http://[::1]:3000/', 'http://[::1]:3000/'],
])('%s may be attacked', (text, address) => {
  expect(parseWebAddress(text)).toBe(address);
});

test.each([
  'staging.example.org',
  'file:///etc/passwd',
  'gopher://example.org/',
  '--help',
  'https://user:secret@example.org/',
  'http://169.254.169.254/latest/meta-data/',
  'http://0xA9FEA9FE/', // the same, in another notation
  'http://2852039166/',
  'http://[fe80::1]/',
  'http://[::ffff:169.254.169.254]/',
  'http://[fd00:ec2::254]/',
  'http://metadata.google.internal/',
  'http://METADATA.google.internal./',
])('%s is refused', (text) => {
  expect(() => parseWebAddress(text)).toThrow(/is not scanned/);
});

test('a password in an address is not repeated', () => {
  expect(() => parseWebAddress('https://ada:hunter2@example.org/')).toThrow(/^example\.org is not scanned/);
});
