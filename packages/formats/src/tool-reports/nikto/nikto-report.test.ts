// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { niktoReport } from './nikto-report.ts';

const host = {
  host: 'example.org',
  ip: '192.0.2.1',
  port: '443',
  banner: 'nginx',
  vulnerabilities: [
    {
      id: '999957',
      method: 'GET',
      url: '/',
      msg: 'X-Frame-Options header is not present.',
      references: 'https://example.org/a',
    },
    { id: '999957', method: 'GET', url: '/b', msg: 'X-Frame-Options header is not present.' },
    { id: '500008', OSVDB: '39272', method: 'GET', url: '/favicon.ico', msg: 'identifies a server' },
  ],
};
const item = (id: string, osvdb: string, path: string, says: string): string =>
  `<item id="${id}" osvdbid="${osvdb}" method="GET"><description><![CDATA[${says}]]></description><namelink><![CDATA[https://example.org${path}]]></namelink></item>`;
const xml = `<?xml version="1.0" ?><!DOCTYPE niktoscan SYSTEM "docs/nikto.dtd"><niktoscan><niktoscan version="2.5.0"><scandetails targetport="443">
${item('999957', '0', '/', 'X-Frame-Options header is not present.')}${item('999957', '0', '/b', 'X-Frame-Options header is not present.')}
${item('500008', '39272', '/favicon.ico', 'identifies a server')}</scandetails></niktoscan></niktoscan>`;
const again = item('999957', '0', '/b', 'X-Frame-Options header is not present.');

test.each([
  ['JSON of one host', host],
  ['JSON of several hosts', [host]],
])('%s: what is said with the same words of a site is one result', (_, report) => {
  const { results } = readWhole(niktoReport, bytesOf(report));
  expect(results).toMatchObject([
    {
      kind: 'dynamic',
      rule: '999957',
      title: 'X-Frame-Options header is not present.',
      severity: 'unrated',
      web: { url: 'https://example.org/', method: 'GET' },
      alsoAt: [{ url: 'https://example.org/b', method: 'GET' }],
    },
    { rule: '500008', fingerprints: { osvdb: '39272' } },
  ]);
});

test('XML: what is said of an address is one result, however often', () => {
  const { results } = readWhole(niktoReport, bytesOf(xml.replace('</scandetails>', `${again}</scandetails>`)));
  expect(results.map(({ rule, web }) => [rule, web?.url])).toEqual([
    ['999957', 'https://example.org/'],
    ['999957', 'https://example.org/b'],
    ['500008', 'https://example.org/favicon.ico'],
  ]);
});
