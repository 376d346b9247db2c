// SPDX-License-Identifier: Apache-2.0
import type { ResultComponent } from '@plumbline/core/findings/tool-result';
import { expect, test } from 'vitest';
import { packageKey, samePackage } from './package-key.ts';

const of = (text: string): ResultComponent => (text.startsWith('pkg:') ? { name: '?', purl: text } : { name: text });

test.each([
  ['pkg:pypi/Flask_Login@0.4', 'pkg:pypi/flask-login@0.6?os=linux', true],
  ['pkg:npm/%40babel/core@7', '@babel/core', true],
  ['pkg:maven/org.apache.logging.log4j/log4j-core@2.14', 'org.apache.logging.log4j:log4j-core', true],
  ['pkg:golang/github.com/Gin-gonic/gin@v1', 'github.com/gin-gonic/gin', true],
  ['pkg:deb/debian/openssl@1?arch=amd64', 'pkg:deb/ubuntu/openssl@1', false],
  ['pkg:npm/%40babel/core@7', 'core', false],
  ['pkg:maven/org.a/core@1', 'pkg:maven/org.b/core@1', false],
  ['pkg:npm/left', 'pkg:pypi/left', false],
])('%s and %s: %s', (a, b, expected) => {
  expect(samePackage(packageKey(of(a)), packageKey(of(b)))).toBe(expected);
});
