// SPDX-License-Identifier: Apache-2.0
import type { GateResultEntry } from '@plumbline/core/state/gate-result-entry';
import { expect, test } from 'vitest';
import { memoryState } from '../testing/memory-state.ts';
import { gateOfRelease } from './gate-of-release.ts';

const commit = 'c'.repeat(40);
const policy = `sha256:${'1'.repeat(64)}` as const;
const decision = (decidedAt: string, outcome: GateResultEntry['outcome'], of = commit): GateResultEntry => ({
  schema: 1,
  what: 'decision',
  commit: of,
  base: null,
  decidedAt,
  outcome,
  policy,
  rules: [],
  statement: `of ${decidedAt}`,
});

test('the newest decision about the commit counts', async () => {
  const state = memoryState();
  await expect(gateOfRelease(state, commit)).rejects.toThrow('no result of the gate');
  await state.add('gate-results', decision('2026-01-03T00:00:00.000Z', 'passed', 'd'.repeat(40)));
  await expect(gateOfRelease(state, commit)).rejects.toThrow('no result of the gate');
  await state.add('gate-results', decision('2026-01-01T00:00:00.000Z', 'passed'));
  const decidedAt = '2026-01-01T00:00:00.000Z';
  expect(await gateOfRelease(state, commit)).toEqual({
    gate: { outcome: 'passed', decidedAt, policy },
    statement: `of ${decidedAt}`,
  });
  await state.add('gate-results', decision('2026-01-02T00:00:00.000Z', 'failed'));
  await expect(gateOfRelease(state, commit)).rejects.toThrow('the gate says failed');
  await state.add('gate-results', decision('2026-01-03T00:00:00.000Z', 'could-not-assess'));
  await expect(gateOfRelease(state, commit)).rejects.toThrow('could-not-assess');
});

test('a release goes without only for a reason', async () => {
  await expect(gateOfRelease(null, commit, ' ')).rejects.toThrow('needs a reason');
  expect(await gateOfRelease(null, commit, ' a repair ')).toEqual({
    gate: { outcome: 'not-asked', reason: 'a repair' },
    statement: null,
  });
});
