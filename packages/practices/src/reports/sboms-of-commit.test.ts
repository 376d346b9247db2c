// SPDX-License-Identifier: Apache-2.0
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { Sbom } from '@plumbline/core/facts/imported/sboms';
import { expect, test } from 'vitest';
import { evidenceOf } from '../testing/check-fixtures.ts';
import { aSbom } from '../testing/imported-fixtures.ts';
import { sbomsOfCommit } from './sboms-of-commit.ts';

const asOf = '2026-06-30T23:59:59Z';
const found = (...sboms: readonly Sbom[]) =>
  sbomsOfCommit(evidenceOf({ sboms: { sboms } })['sboms'] as Seen<'sboms'>, asOf);
const empty = aSbom({ file: 'empty.json', components: [] });

test('a document without components is no bill of materials, and it is said', () => {
  expect(found(empty)).toMatchObject({
    sboms: null,
    refusal: { outcome: 'unknown', because: 'empty.json lists no component' },
    empty: [{ file: 'empty.json' }],
  });
  expect(found(empty, aSbom({ file: 'full.json' })).sboms?.map(({ file }) => file)).toEqual(['full.json']);
});

test('none, and one of another commit, are no document of this one', () => {
  expect(found().refusal?.because).toBe('No bill of materials was passed');
  expect(found(aSbom({ commit: '9'.repeat(40) })).refusal?.because).toContain('not about the assessed one');
});
