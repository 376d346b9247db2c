// SPDX-License-Identifier: Apache-2.0
import type { Collected, Collector } from '@plumbline/core/collecting/collector';
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';
import { expect, test } from 'vitest';
import { collectEvidence } from './collect-evidence.ts';

const repository: RepositorySnapshot = {
  uri: 'https://example.com/product.git',
  commit: '0'.repeat(40),
  committedAt: '2026-01-01T00:00:00Z',
  defaultBranch: 'main',
  entries: [],
  read: async () => {},
};
const absent = (kind: 'code-owners' | 'security-txt' | 'fuzz-targets'): Collected => ({
  kind,
  location: 'tree',
  state: 'absent',
  lookedIn: 'the tree',
});
const base = { version: '1.0.0', title: 'A title', needs: ['evidence-files'], timeoutMs: 5000 } as const;
const collecting = {
  input: { repository, gitDirectory: null, evidenceFiles: [], asOf: '2026-01-01T23:59:59Z' },
  now: '2026-01-01T00:00:00Z',
  signal: new AbortController().signal,
} as const;

test('a collector that reads what another states begins after it, and sees only the kinds that it names', async () => {
  const seen: (string | undefined)[] = [];
  const second: Collector = {
    ...base,
    id: 'second',
    kinds: ['fuzz-targets'],
    after: ['code-owners'],
    collect: async (input) => {
      seen.push(input.seen?.('code-owners')?.state, input.seen?.('security-txt')?.state);
      return [absent('fuzz-targets')];
    },
  };
  const first: Collector = {
    ...base,
    id: 'first',
    kinds: ['code-owners', 'security-txt'],
    collect: async (input) => {
      seen.push(typeof input.seen);
      return [absent('code-owners'), absent('security-txt')];
    },
  };
  const evidence = await collectEvidence({ ...collecting, collectors: [second, first] });
  expect(seen).toEqual(['undefined', 'absent', undefined]);
  expect(Object.keys(evidence).sort()).toEqual(['code-owners', 'fuzz-targets', 'security-txt']);
});

test('one that fails leaves its kinds unavailable, also to whom reads them', async () => {
  const broken: Collector = {
    ...base,
    id: 'broken',
    kinds: ['code-owners'],
    collect: () => Promise.reject(new Error('no disk')),
  };
  const states: (string | undefined)[] = [];
  const reader: Collector = {
    ...base,
    id: 'reader',
    kinds: ['fuzz-targets'],
    after: ['code-owners'],
    collect: async ({ seen }) => {
      states.push(seen?.('code-owners')?.state);
      return [absent('fuzz-targets')];
    },
  };
  const evidence = await collectEvidence({ ...collecting, collectors: [broken, reader] });
  expect(states).toEqual(['unavailable']);
  expect(evidence['code-owners']).toMatchObject({ state: 'unavailable', because: 'A title: no disk' });
});
