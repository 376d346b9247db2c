// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { uuidV5 } from './uuid-v5.ts';

// RFC 9562 Appendix A.4: "www.example.com" in the DNS namespace.
test('gives the example of the standard', () => {
  expect(uuidV5('www.example.com', '6ba7b810-9dad-11d1-80b4-00c04fd430c8')).toBe(
    '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  );
});

test('another name gives another identifier, the same name the same', () => {
  expect(uuidV5('a')).toBe(uuidV5('a'));
  expect(uuidV5('a')).not.toBe(uuidV5('b'));
});
