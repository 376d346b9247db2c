// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { packageKey, packageType } from './package-key.ts';

test('two spellings of one package are one', () => {
  expect(packageKey('pkg:npm/%40scope/name@1.0.0?arch=x64#lib')).toBe(packageKey('pkg:npm/@Scope/name@1.0.0'));
  expect(packageKey('pkg:pypi/typing_extensions@4.0')).toBe('pkg:pypi/typing-extensions@4.0');
  expect(packageKey('pkg:pypi/boolean.py@5.0.1')).toBe(packageKey('pkg:pypi/Boolean-Py@5.0.1'));
  expect(packageKey('pkg:golang/example.org/x@v2.0.0%2Bincompatible')).toBe(
    'pkg:golang/example.org/x@v2.0.0+incompatible',
  );
  expect(packageKey('pkg:npm/a%zz@1.0.0')).toBe('pkg:npm/a%zz@1.0.0');
  expect(packageKey('pkg:npm/a@1.0.0')).not.toBe(packageKey('pkg:npm/a@1.0.1'));
});

test('the type of a package', () => {
  expect(packageType('pkg:golang/example.com/x@v1.0.0')).toBe('golang');
  expect(packageType('left-pad')).toBe('');
});
