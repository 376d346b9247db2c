// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { apkPackage, rpmPackage } from './package-owners.ts';

const installed = `C:Q1abc=
P:musl
V:1.2.5-r0
A:x86_64
F:lib
R:libc.musl-x86_64.so.1

C:Q1def=
P:gcc
V:13.2.1_git20240309-r0
A:x86_64
F:usr
F:usr/bin
R:gcc
a:0:0:755
R:c89
`;

test.each([
  ['/usr/bin/gcc', 'pkg:apk/alpine/gcc@13.2.1_git20240309-r0?arch=x86_64'],
  ['/lib/libc.musl-x86_64.so.1', 'pkg:apk/alpine/musl@1.2.5-r0?arch=x86_64'],
  ['/usr/gcc', null],
  ['/usr/local/bin/gcc', null],
])('apk: %s is of %s', (place, purl) => {
  expect(apkPackage(installed, place, 'alpine')).toBe(purl);
});

test.each([
  ['gcc 14.2.1-3.fc41 x86_64 0\n', 'pkg:rpm/fedora/gcc@14.2.1-3.fc41?arch=x86_64'],
  [
    'bind-utils 9.16-1.el9 x86_64 32\nother 1-1 noarch 0\n',
    'pkg:rpm/fedora/bind-utils@9.16-1.el9?arch=x86_64&epoch=32',
  ],
  ['file /usr/bin/x is not owned by any package\n', null],
  ['', null],
])('rpm: %j', (answer, purl) => {
  expect(rpmPackage(answer, 'fedora')).toBe(purl);
});
