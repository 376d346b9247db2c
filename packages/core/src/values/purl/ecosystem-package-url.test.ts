// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { ecosystemPackageUrl } from './ecosystem-package-url.ts';

test.each([
  ['npm', '@babel/core', '7.0.0', 'pkg:npm/%40babel/core@7.0.0'],
  ['PyPI', 'Zope.Interface', null, 'pkg:pypi/zope.interface'],
  ['Go', 'github.com/Masterminds/semver/v3', 'v3.1.0', 'pkg:golang/github.com/Masterminds/semver/v3@v3.1.0'],
  ['gomod', 'golang.org/x/net', '0.7.0', 'pkg:golang/golang.org/x/net@v0.7.0'],
  ['Go', 'stdlib', '1.20.1', 'pkg:golang/stdlib@1.20.1'],
  ['crates.io', 'time', '0.1.43', 'pkg:cargo/time@0.1.43'],
  ['Maven', 'org.apache.commons:commons-io', '2.0', 'pkg:maven/org.apache.commons/commons-io@2.0'],
  ['maven', 'commons-io', '2.0', null],
  ['Packagist', 'Symfony/http-kernel', null, 'pkg:composer/symfony/http-kernel'],
  ['Debian:11', 'curl', '7.74.0', null],
  [null, 'a', '1', null],
  ['npm', null, '1', null],
  ['toString', 'a', '1', null],
])('%s %s %s', (ecosystem, name, version, purl) => {
  expect(ecosystemPackageUrl(ecosystem, name, version)).toBe(purl);
});
