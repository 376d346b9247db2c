// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packageUrl, type PackageUrlParts } from './package-url.ts';

/** `build` tests of package-url/purl-spec tests/types at 16f3d0e39343 (MIT), and the rules of the types it lists. */
const vectors: readonly (readonly [parts: PackageUrlParts, purl: string | null])[] = [
  [
    { type: 'alpm', namespace: 'arch', name: 'containers-common', version: '1:0.47.4-4' },
    'pkg:alpm/arch/containers-common@1:0.47.4-4',
  ],
  [
    { type: 'apk', namespace: 'alpine', name: 'curl', version: '7.83.0-r0', qualifiers: { arch: 'x86' } },
    'pkg:apk/alpine/curl@7.83.0-r0?arch=x86',
  ],
  [{ type: 'brew', name: 'postgresql@12', version: '12.17' }, 'pkg:brew/postgresql%4012@12.17'],
  [
    { type: 'brew', namespace: 'homebrew/core', name: 'sqlite', version: '3.43.2' },
    'pkg:brew/homebrew/core/sqlite@3.43.2',
  ],
  [{ type: 'cargo', name: 'rand', version: '0.7.2' }, 'pkg:cargo/rand@0.7.2'],
  [{ type: 'composer', namespace: 'Laravel', name: 'Laravel', version: '5.5.0' }, 'pkg:composer/laravel/laravel@5.5.0'],
  [
    {
      type: 'conan',
      namespace: 'openssl.org',
      name: 'openssl',
      version: '3.0.3',
      qualifiers: { user: 'bincrafters', channel: 'stable' },
    },
    'pkg:conan/openssl.org/openssl@3.0.3?channel=stable&user=bincrafters',
  ],
  [
    { type: 'deb', namespace: 'debian', name: 'attr', version: '1:2.4.47-2+b1', qualifiers: { arch: 'amd64' } },
    'pkg:deb/debian/attr@1:2.4.47-2%2Bb1?arch=amd64',
  ],
  [
    { type: 'docker', namespace: 'customer', name: 'dockerimage', version: 'sha256:244fd47e07d10' },
    'pkg:docker/customer/dockerimage@sha256:244fd47e07d10',
  ],
  [
    { type: 'gem', name: 'jruby-launcher', version: '1.1.2', qualifiers: { platform: 'java' } },
    'pkg:gem/jruby-launcher@1.1.2?platform=java',
  ],
  [
    {
      type: 'generic',
      name: 'bitwarderl',
      qualifiers: { vcs_url: 'git+https://git.fsfe.org/dxtr/bitwarderl@cc55108da32' },
    },
    'pkg:generic/bitwarderl?vcs_url=git%2Bhttps:%2F%2Fgit.fsfe.org%2Fdxtr%2Fbitwarderl%40cc55108da32',
  ],
  [
    { type: 'github', namespace: 'Package-url', name: 'purl-Spec', version: '244fd47e07d1004f0aed9c' },
    'pkg:github/package-url/purl-spec@244fd47e07d1004f0aed9c',
  ],
  [
    { type: 'GOLANG', namespace: 'github.com/gorilla', name: 'context', version: '234fd47e07d1004f0aed9c' },
    'pkg:golang/github.com/gorilla/context@234fd47e07d1004f0aed9c',
  ],
  [{ type: 'hackage', name: 'AC-HalfInteger', version: '1.2.1' }, 'pkg:hackage/AC-HalfInteger@1.2.1'],
  [{ type: 'hex', namespace: 'acme', name: 'foo', version: '2.3.' }, 'pkg:hex/acme/foo@2.3.'],
  [
    { type: 'maven', namespace: 'org.apache.commons', name: 'io', version: '1.3.4' },
    'pkg:maven/org.apache.commons/io@1.3.4',
  ],
  [
    {
      type: 'maven',
      namespace: 'mygroup',
      name: 'myartifact',
      version: '1.0.0 Final',
      qualifiers: { mykey: 'my value' },
    },
    'pkg:maven/mygroup/myartifact@1.0.0%20Final?mykey=my%20value',
  ],
  [{ type: 'maven', name: 'io', version: '1' }, null],
  [{ type: 'npm', namespace: '@angular', name: 'animation', version: '12.3.1' }, 'pkg:npm/%40angular/animation@12.3.1'],
  [
    { type: 'nuget', name: 'EnterpriseLibrary.Common', version: '6.0.1304' },
    'pkg:nuget/EnterpriseLibrary.Common@6.0.1304',
  ],
  [{ type: 'pub', name: 'Flutter-SVG', version: '1' }, 'pkg:pub/flutter_svg@1'],
  [{ type: 'pypi', name: 'Django_Package', version: '1.11.1.dev1' }, 'pkg:pypi/django-package@1.11.1.dev1'],
  [{ type: 'hackage', name: '' }, null],
  [{ type: 'no type', name: 'a' }, null],
];

test.each(vectors)('%j is %s', (parts, purl) => {
  expect(packageUrl(parts)).toBe(purl);
});

test('any text makes a package URL of its alphabet, or none', () => {
  const text = fc.string({ unit: 'binary', maxLength: 40 });
  fc.assert(
    fc.property(text, text, text, (namespace, name, version) => {
      expect(packageUrl({ type: 'npm', namespace, name, version }) ?? 'pkg:').toMatch(/^pkg:(?:npm[\w./@:%~-]+)?$/);
    }),
  );
});
