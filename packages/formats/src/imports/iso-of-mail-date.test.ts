// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { isoOfMailDate } from './iso-of-mail-date.ts';

test.each([
  ['Mon, 23 Nov 2026 00:41:28 +0000', '2026-11-23T00:41:28+00:00'],
  ['1 Jun 2026 10:00:00 GMT', '2026-06-01T10:00:00Z'],
  ['Tue, 12 May 2020 20:57:30', '2020-05-12T20:57:30'],
  ['Tue, 12 Mai 2020 20:57:30', null],
  ['2026-06-30T10:00:00Z', null],
  [null, null],
])('%s', (text, iso) => {
  expect(isoOfMailDate(text)).toBe(iso);
});
