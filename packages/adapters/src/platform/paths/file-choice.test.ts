// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { chooseReaders, endingOf, type FileChoice } from './file-choice.ts';

const readers: readonly (FileChoice & { readonly id: string })[] = [
  { id: 'anywhere', test: (path) => path.startsWith('ci/') },
  { id: 'named', names: ['Makefile', 'go.mod'] },
  { id: 'ended', endings: ['mod', 'toml'] },
  { id: 'both', names: ['go.mod'], endings: ['mod'], test: (path) => !path.startsWith('vendor/') },
];
const choose = chooseReaders(readers, (reader) => reader);
const idsOf = (path: string): readonly string[] => choose(path).map(({ id }) => id);

it('chooses by name, by ending and by test, in the order of the readers', () => {
  expect(idsOf('ci/go.mod')).toEqual(['anywhere', 'named', 'ended', 'both']);
  expect(idsOf('vendor/go.mod')).toEqual(['named', 'ended']);
  expect(idsOf('a/Makefile')).toEqual(['named']);
  expect(idsOf('a/makefile')).toEqual([]);
  expect(idsOf('a/Cargo.TOML')).toEqual(['ended']);
  expect(idsOf('README')).toEqual([]);
});

it('takes what follows the last dot as the ending', () => {
  expect([endingOf('a.tar.GZ'), endingOf('.gemspec'), endingOf('LICENSE'), endingOf('a.')]).toEqual([
    'gz',
    'gemspec',
    '',
    '',
  ]);
});
