// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { GivenResult } from './create-result.ts';
import { SiteInstances, siteOf } from './site-instances.ts';

test('one result for a key, the first address its own, the others beside it', () => {
  const found = new SiteInstances();
  const result: GivenResult = { kind: 'dynamic', rule: 'r', title: 't', severity: 'low' };
  found.add(['r', 'a'], result, [{ url: 'https://a/1' }, null]);
  found.add(['r', 'a'], { ...result, title: 'another' }, [{ url: 'https://a/2' }]);
  found.add(['r', null], result, []);
  const given: GivenResult[] = [];
  found.giveTo((one) => given.push(one));
  expect(given).toEqual([{ ...result, web: { url: 'https://a/1' }, alsoAt: [{ url: 'https://a/2' }] }, result]);
});

test.each([
  ['https://user:pass@Example.org:8443/a?b', 'https://example.org:8443'],
  ['ftp://a', null],
  [null, null],
])('site of %s', (url, site) => {
  expect(siteOf(url)).toBe(site);
});
