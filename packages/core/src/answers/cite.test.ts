// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Evidence } from '../evidence/evidence.ts';
import { sealEvidence } from '../evidence/seal-evidence.ts';
import { cite, citeAll } from './cite.ts';

const item = (state: object): Evidence =>
  sealEvidence({
    kind: 'fuzz-targets',
    collector: { id: 'fuzz-targets', version: '1' },
    subject: { uri: 'https://example.com/product.git' },
    location: 'tree',
    collectedAt: '2026-06-30T00:00:00Z',
    effectiveAt: '2026-06-01T00:00:00Z',
    strength: 'observed',
    ...state,
  } as Parameters<typeof sealEvidence>[0]);

test('a citation claims no more than its evidence shows', () => {
  const seen = item({ state: 'absent', lookedIn: 'the whole tree' });
  expect(cite(seen).strength).toBe('observed');
  expect(cite(seen, { strength: 'documented' }).strength).toBe('documented');
  expect(cite(seen, { strength: 'tested' }).strength).toBe('observed');
});

test('what could not be looked at was observed by nobody', () => {
  expect(cite(item({ state: 'unavailable', because: 'x', resolve: 'y' })).strength).toBe('asserted');
});

test('many places are cited once each, and those that are left out are counted', () => {
  const seen = item({ state: 'absent', lookedIn: 'the whole tree' });
  const places = ['a', 'b', 'a', 'c', 'd'];
  expect(citeAll(seen, places).map(({ location }) => location)).toEqual(['a', 'b', 'c', 'd']);
  expect(citeAll(seen, places).flatMap(({ note }) => note ?? [])).toEqual([]);
  const cut = citeAll(seen, places, 3);
  expect(cut.map(({ location }) => location)).toEqual(['a', 'b', 'c']);
  expect(cut.map(({ note }) => note)).toEqual([undefined, undefined, 'and 1 more place in this item of evidence']);
  expect(citeAll(seen, []).map(({ location }) => location)).toEqual(['tree']);
});
