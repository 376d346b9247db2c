// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { policyLinks } from './policy-links.ts';
import { aPolicy } from '../testing/fixture-policies.ts';

type Link = { readonly url: string; readonly at: { path: string; line: number }; readonly isPolicy: boolean };
const link = (path: string, url: string, isPolicy = true): Link => ({ url, at: { path, line: 4 }, isPolicy });
const own = { path: 'SECURITY.md', line: 1 };
const contributing = { path: 'CONTRIBUTING.md', line: 30 };

test.each([
  ['from the policy', [own], link('SECURITY.md', 'https://example.com/nodejs/blob/main/SECURITY.md'), 1],
  ['from the policy to a page besides', [own], link('SECURITY.md', 'https://example.com/threats', false), 0],
  ['from the README beside a policy', [own], link('README.md', 'https://example.com/security'), 0],
  ['from the README without a policy', [], link('README.md', 'https://example.com/security'), 1],
  [
    'from one document of the policy to another',
    [own, contributing],
    link('CONTRIBUTING.md', 'https://example.com/p/blob/main/security.md#report'),
    0,
  ],
])('%s', (_, documents, elsewhere, count) => {
  expect(policyLinks(aPolicy({ documents, elsewhere: [elsewhere] }))).toHaveLength(count);
});

test('beside a template as it came every link counts', () => {
  const elsewhere = [link('README.md', 'https://example.com/security')];
  expect(policyLinks(aPolicy({ placeholder: true, elsewhere }))).toHaveLength(1);
});
