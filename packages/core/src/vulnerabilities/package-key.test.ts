// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { knownComponent, packageKey } from './package-key.ts';

test.each([
  ['pkg:npm/%40babel/core@7', 'npm', '@babel/core'],
  ['pkg:pypi/Zope_Interface@1', 'PyPI', 'zope.interface'],
  ['pkg:golang/github.com/Masterminds/semver/v3@v3.0.0', 'Go', 'github.com/masterminds/semver/v3'],
  ['pkg:golang/stdlib@1.21', 'Go', 'stdlib'],
  ['pkg:cargo/Mysten_metrics@0.1', 'crates.io', 'mysten-metrics'],
  ['pkg:maven/org.apache.commons/commons-io@1', 'Maven', 'org.apache.commons:commons-io'],
  ['pkg:gem/rack@1', 'RubyGems', 'rack'],
  ['pkg:nuget/Newtonsoft.Json@1', 'NuGet', 'newtonsoft.json'],
  ['pkg:composer/Symfony/Http-Kernel@1', 'Packagist', 'symfony/http-kernel'],
  ['pkg:deb/debian/openssl@1', 'Debian', 'openssl'],
  ['pkg:rpm/rocky/openssl@1', 'Rocky Linux', 'openssl'],
  ['pkg:githubactions/Actions/checkout@v4', 'GitHub Actions', 'actions/checkout'],
])('%s is looked up as %s %s', (purl, base, name) => {
  expect(knownComponent(purl)?.key).toBe(packageKey(base, name));
});

test.each([
  'pkg:docker/library/node@20',
  'pkg:deb/nobody/openssl@1',
  'pkg:rpm/openssl@1',
  'openssl',
  'pkg:toString/a@1',
])('of no ecosystem that OSV knows: %s', (purl) => {
  expect(knownComponent(purl)).toBeNull();
});
