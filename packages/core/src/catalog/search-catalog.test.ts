// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { searchCatalog } from './search-catalog.ts';
import { sampleCatalog } from './testing/sample-catalog.ts';

const catalog = sampleCatalog();
const find = (query: string): readonly string[] =>
  searchCatalog(catalog, query).map(({ task, where }) => `${task.id} ${where}`);

test.each([
  ['code review', ['PW.7.1 task', 'PW.7.2 task']],
  ['PEER', ['PW.7.2 example']],
  ['perform peer', ['PW.7.2 task']],
  ['vulnerabilities', ['PW.7.1 practice', 'PW.7.2 practice']],
  ['pw.7.1', ['PW.7.1 task']],
  ['requirements zebra', []],
  ['  ', []],
])('%j finds %j', (query, found) => {
  expect(find(query)).toEqual(found);
});

test('a hit quotes the passage, without the id that stands before a task', () => {
  expect(searchCatalog(catalog, 'PW.7.2')[0]?.text).toBe('Perform the code review.');
});
