// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { anImport, aResult, fold } from '../testing/an-import.ts';
import type { Import } from './import.ts';

const [monday, tuesday] = ['2026-01-05', '2026-01-06'];
const inA = aResult({ at: 'a/db.ts:10' });
const inB = aResult({ at: 'b/db.ts:10' });

/** A report of each folder over one commit. */
const ofCommit = (day: string, lists: readonly (readonly (typeof inA)[])[], change: Partial<Import> = {}): Import[] =>
  lists.map((results, run) => anImport(day, results, { run, ...change }));
const statesOf = (imports: readonly Import[]): readonly unknown[] =>
  fold(imports)
    .findings.map(({ state, place, reopenedAt }) => [place?.path, state, reopenedAt])
    .toSorted(([a = ''], [b = '']) => ((a ?? '') < (b ?? '') ? -1 : 1));

test('two reports of one tool over one commit add up', () => {
  expect(statesOf(ofCommit(monday, [[inA], []]))).toEqual([['a/db.ts', 'open', null]]);
  expect(statesOf(ofCommit(monday, [[inA], [inB]]))).toHaveLength(2);
  expect(statesOf(ofCommit(monday, [[inA], [inA]]))).toHaveLength(1);
});

test('in the next commit each report shows its own again, and nothing was gone in between', () => {
  const imports = [...ofCommit(monday, [[inA], [inB]]), ...ofCommit(tuesday, [[inA], [inB]])];
  expect(statesOf(imports)).toEqual([
    ['a/db.ts', 'open', null],
    ['b/db.ts', 'open', null],
  ]);
});

test('what none of them shows is fixed, unless one of them did not come to its end', () => {
  const before = ofCommit(monday, [[inA], [inB]]);
  expect(fold([...before, ...ofCommit(tuesday, [[], []])]).findings.map(({ state }) => state)).toEqual([
    'fixed',
    'fixed',
  ]);
  const half = [anImport(tuesday, []), anImport(tuesday, [], { run: 1, completed: false })];
  expect(fold([...before, ...half]).findings.map(({ state }) => state)).toEqual(['open', 'open']);
  expect(fold([...before, ...half]).state.runs).toMatchObject([{ completed: false }]);
});

test('a run for another purpose that failed does not keep what this one repaired', () => {
  const half = [anImport(tuesday, []), anImport(tuesday, [], { run: 1, completed: false, purposes: ['iac-scan'] })];
  const { findings, state } = fold([anImport(monday, [inA]), ...half]);
  expect(findings[0]?.state).toBe('fixed');
  expect(state.runs[0]?.purposes).toEqual(['sast', 'iac-scan']);
});
