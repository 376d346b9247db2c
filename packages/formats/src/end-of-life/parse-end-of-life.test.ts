// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../testing/bytes-of.ts';
import { parseEndOfLife } from './parse-end-of-life.ts';
import { renderEndOfLife } from './render-end-of-life.ts';

const cycles = [
  {
    cycle: '20',
    codename: 'Iron',
    releaseDate: '2023-04-18',
    eol: '2026-04-30',
    latest: '20.19.0',
    latestReleaseDate: '2025-03-13',
    lts: '2023-10-24',
  },
  { cycle: 22, eol: false, latest: '22.1.0' },
  { cycle: '0.10', eol: true },
];
const nodejs = {
  product: 'nodejs',
  aliases: [],
  cycles: [
    { cycle: '20', endOfLife: '2026-04-30', latest: '20.19.0', releasedOn: '2023-04-18', codename: 'Iron' },
    { cycle: '22', endOfLife: false, latest: '22.1.0', releasedOn: null, codename: null },
    { cycle: '0.10', endOfLife: true, latest: null, releasedOn: null, codename: null },
  ],
};

test('the cycles of one product, whose name is that of its file', () => {
  expect(parseEndOfLife(bytesOf(cycles), 'nodejs')).toEqual({
    state: 'parsed',
    data: { products: [nodejs], newestDay: '2025-03-13', problems: [] },
  });
});

test('products of the API v1', () => {
  const releases = [
    {
      name: '3.18',
      releaseDate: '2023-05-09',
      isEol: true,
      eolFrom: '2025-05-09',
      latest: { name: '3.18.12', date: '2025-02-13' },
    },
    { name: '3.22', isEol: false, eolFrom: null },
  ];
  const result = [{ name: 'alpine-linux', aliases: ['alpine'], releases }];
  expect(parseEndOfLife(bytesOf({ schema_version: '1.2.0', result }), null)).toMatchObject({
    data: {
      products: [
        {
          product: 'alpine-linux',
          aliases: ['alpine'],
          cycles: [{ endOfLife: '2025-05-09', latest: '3.18.12' }, { endOfLife: false }],
        },
      ],
      newestDay: '2025-02-13',
    },
  });
});

test('what cannot be used is said', () => {
  const broken = [...cycles, { cycle: '19' }, { eol: '2020-01-01' }, { cycle: '18', eol: 'soon' }];
  expect(parseEndOfLife(bytesOf(broken), 'nodejs')).toMatchObject({
    data: { products: [nodejs], problems: ['end-of-life data: a cycle without a name or without eol (3 times)'] },
  });
  expect(parseEndOfLife(bytesOf(cycles), '../x')).toMatchObject({
    data: { products: [], problems: [expect.anything()] },
  });
});

test.each([{}, [], [{ cycle: '1' }], { result: [] }, { result: { releases: 1 } }, 'text'])(
  'no such data: %j',
  (value) => {
    expect(parseEndOfLife(bytesOf(JSON.stringify(value)), 'a').state).toBe('failed');
  },
);

test('what is written comes back the same', () => {
  expect(parseEndOfLife(bytesOf(renderEndOfLife([nodejs])), null)).toMatchObject({
    data: { products: [nodejs], problems: [] },
  });
});
