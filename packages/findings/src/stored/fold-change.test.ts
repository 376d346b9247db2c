// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { emptyState, type FindingsState } from '../lifecycle/findings-state.ts';
import { anImport, aResult } from '../testing/an-import.ts';
import { type ChangeImports, foldChange } from './fold-change.ts';

const [morning, noon, evening] = ['2026-01-05', '2026-01-06', '2026-01-07'];
const shown = (commit: string, day: string): ReturnType<typeof anImport> => anImport(day, [aResult()], { commit });
const clean = (commit: string, day: string): ReturnType<typeof anImport> => anImport(day, [], { commit });

const open = ({ tracks }: FindingsState): number => tracks.filter(({ fixedAt }) => fixedAt === null).length;

async function openIn(imports: ChangeImports): Promise<{ readonly base: number; readonly head: number }> {
  const folded = await foldChange(imports, {
    readLines: () => Promise.resolve(new Map()),
    aliases: [],
    renamesBetween: () => new Map(),
  });
  return { base: open(folded.base), head: open(folded.head) };
}

test('what a commit of the change brought is no part of the base', async () => {
  const change = [[shown('first', noon)], [shown('head', evening)]];
  expect(await openIn({ base: [[clean('base', morning)]], change })).toEqual({ base: 0, head: 1 });
});

test('history orders the runs, whenever they took place', async () => {
  const base = [[shown('old', evening)], [clean('base', morning)]];
  expect(await openIn({ base, change: [] })).toEqual({ base: 0, head: 0 });
  expect(await openIn({ base, change: [[shown('head', noon)]] })).toEqual({ base: 0, head: 1 });
});

test('nothing is kept', async () => {
  const folded = await openIn({ base: [], change: [] });
  expect(folded).toEqual({ base: emptyState.tracks.length, head: 0 });
});
