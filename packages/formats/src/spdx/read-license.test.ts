// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { shippedJson } from '../testing/shipped-catalog.ts';
import { licenseExceptions, licenseIds } from './license-list.ts';
import { readLicense } from './read-license.ts';

test('the list is that of the official schema', () => {
  const { enum: listed } = shippedJson('schemas/cyclonedx/spdx.schema.json') as { enum: readonly string[] };
  expect([...licenseIds, ...licenseExceptions].toSorted()).toEqual(listed.toSorted());
});

test.each([
  ['MIT', 'id', 'MIT'],
  ['apache-2.0', 'id', 'Apache-2.0'],
  ['(MIT or Apache-2.0)', 'expression', '(MIT OR Apache-2.0)'],
  ['GPL-2.0-or-later WITH Classpath-exception-2.0', 'expression', 'GPL-2.0-or-later WITH Classpath-exception-2.0'],
  ['LicenseRef-scancode-public-domain', 'expression', 'LicenseRef-scancode-public-domain'],
  ['AGPL-1.0+', 'expression', 'AGPL-1.0+'],
  ['SEE LICENSE IN LICENSE.md', 'words', 'SEE LICENSE IN LICENSE.md'],
  ['MIT/GPL', 'words', 'MIT/GPL'],
  ['(MIT OR', 'words', '(MIT OR'],
  ['MIT AND', 'words', 'MIT AND'],
  ['MIT WITH MIT', 'words', 'MIT WITH MIT'],
  ['UNLICENSED', 'words', 'UNLICENSED'],
  ['', 'words', ''],
])('%s is %s', (stated, kind, text) => {
  expect(readLicense(stated)).toEqual({ kind, text });
});

test('a text made to be slow is not', () => {
  expect(readLicense('('.repeat(1_000_000)).kind).toBe('words');
});
