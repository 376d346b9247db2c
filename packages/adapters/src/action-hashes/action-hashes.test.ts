// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { createHashSource } from './create-hash-source.ts';
import { tagIn } from './look-up-tag.ts';
import { matchingPin } from './matching-pin.ts';
import { pinsInText } from './pins-in-text.ts';

const commit = (digit: string): string => digit.repeat(40);
const pins = [
  { action: 'actions/checkout', version: 'v4.1.0', commit: commit('1') },
  { action: 'actions/checkout', version: 'v4.10.0', commit: commit('2') },
  { action: 'actions/checkout', version: 'v5.0.0', commit: commit('3') },
];

test.each([
  ['actions/checkout@v4', 'v4.10.0'],
  ['actions/checkout@v4.1', 'v4.1.0'],
  ['Actions/Checkout/sub/path@v5', 'v5.0.0'],
  ['actions/checkout@v6', undefined],
  ['actions/checkout@main', undefined],
  ['other/checkout@v4', undefined],
  ['no-tag', undefined],
])('%s is %s', (reference, version) => {
  expect(matchingPin(reference, pins)?.version).toBe(version);
});

test('what the repository pins elsewhere is known, before the catalog is asked', async () => {
  const texts = [`      - uses: actions/checkout/sub@${commit('a')} # v4.2.0\n      - uses: x/y@${commit('b')}\n`];
  expect(pinsInText(texts[0] ?? '')).toEqual([{ action: 'actions/checkout', commit: commit('a'), version: 'v4.2.0' }]);
  const hashOf = await createHashSource({
    texts,
    references: ['actions/checkout@v4'],
    offline: true,
    signal: new AbortController().signal,
  });
  expect(hashOf('actions/checkout@v4')).toEqual({ commit: commit('a'), version: 'v4.2.0' });
  expect(hashOf('actions/cache@v6')).toMatchObject({ version: 'v6.1.0' });
});

test('the commit of an annotated tag, and the newest version where a moving tag is not kept', () => {
  const lines = [
    `${commit('1')}\trefs/tags/v3.9.0`,
    `${commit('2')}\trefs/tags/v3.90.1`,
    `${commit('3')}\trefs/tags/v3.90.1^{}`,
    `${commit('4')}\trefs/tags/v3.90.2-rc1`,
  ].join('\n');
  expect(tagIn(lines, 'a/b/sub@v3', 'v3')).toEqual({ commit: commit('3'), version: 'v3.90.1' });
  expect(tagIn(lines, 'a/b@v3.9.0', 'v3.9.0')).toEqual({ commit: commit('1'), version: 'v3.9.0' });
  expect(tagIn(lines, 'a/b@v4', 'v4')).toBeNull();
  expect(tagIn('', 'a/b@v4', 'v4')).toBeNull();
});
