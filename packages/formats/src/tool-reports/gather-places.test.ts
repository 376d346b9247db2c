// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { GivenResult } from './create-result.ts';
import { gatherPlaces } from './gather-places.ts';

const result = (hash: string | null, startLine: number): GivenResult => ({
  kind: 'code',
  rule: 'a',
  title: null,
  severity: 'low',
  places: [{ path: 'a', startLine }],
  fingerprints: { hash },
});

test('one fingerprint is one result with every place; without it each stays', () => {
  const gathered = gatherPlaces([result('x', 1), result(null, 2), result('x', 3), result(null, 2)], 'hash');
  expect([...gathered].map(({ places }) => places?.map(({ startLine }) => startLine))).toEqual([[1, 3], [2], [2]]);
});
