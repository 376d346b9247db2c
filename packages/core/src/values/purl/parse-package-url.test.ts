// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packageUrl } from './package-url.ts';
import { parsePackageUrl } from './parse-package-url.ts';

test.each([
  ['pkg:npm/%40babel/core@7.0.0', 'npm', '@babel', 'core', '7.0.0'],
  ['pkg:npm/@babel/core', 'npm', '@babel', 'core', null],
  ['PKG:Maven/org.apache/io@1.0%20Final#a/b', 'maven', 'org.apache', 'io', '1.0 Final'],
  ['pkg:golang/github.com/a/b/v2@v2.0.0+incompatible', 'golang', 'github.com/a/b', 'v2', 'v2.0.0+incompatible'],
  ['pkg:brew/postgresql%4012@12.17', 'brew', null, 'postgresql@12', '12.17'],
  ['pkg://pypi/django@1.0', 'pypi', null, 'django', '1.0'],
])('%s', (purl, ...[type, namespace, name, version]) => {
  expect(parsePackageUrl(purl)).toEqual({ type, namespace, name, version, qualifiers: {} });
});

test('qualifiers are decoded, those without a value are none', () => {
  expect(parsePackageUrl('pkg:deb/debian/curl@7.0?distro=debian-12&Arch=amd64&x=')?.qualifiers).toEqual({
    distro: 'debian-12',
    arch: 'amd64',
  });
});

test.each(['', 'npm/a', 'pkg:', 'pkg:npm', 'pkg:npm/', 'pkg:n m/a', 'pkg:npm/%', `pkg:npm/${'a'.repeat(5000)}`])(
  'no package URL: %s',
  (text) => {
    expect(parsePackageUrl(text)).toBeNull();
  },
);

test('reads what is written', () => {
  const text = fc.string({ minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(text, text, (name, version) => {
      const purl = packageUrl({ type: 'nuget', name, version });
      const parsed = purl === null ? null : parsePackageUrl(purl);
      expect(parsed === null ? null : packageUrl(parsed)).toBe(purl);
    }),
  );
});
