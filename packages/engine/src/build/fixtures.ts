// SPDX-License-Identifier: Apache-2.0
import { ordinaryConditions } from '@plumbline/core/building/build-conditions';
import type { BuildPlan } from '@plumbline/core/building/build-plan';
import type { BuildRun } from '@plumbline/core/building/build-run';
import type { OutputDifference } from '@plumbline/core/building/output-difference';
import type { Workshop } from '@plumbline/core/building/workshop';

export const aPlan: BuildPlan = {
  command: ['make'],
  fetch: null,
  inputs: null,
  outputs: [],
  environment: { MODE: 'release' },
  tools: ['gcc'],
  toolFolders: [],
  bounds: {
    timeMs: 60_000,
    memoryBytes: 2 ** 30,
    diskBytes: 2 ** 30,
    processes: 100,
    outputBytes: 2 ** 30,
    outputFiles: 100,
  },
};

export function aRun(parts: Partial<BuildRun> = {}): BuildRun {
  return {
    conditions: ordinaryConditions,
    environment: { PATH: '/usr/bin' },
    startedAt: '2026-03-01T10:00:00.000Z',
    finishedAt: '2026-03-01T10:00:00.500Z',
    result: { end: 'exited', code: 0 },
    log: { sha256: 'c'.repeat(64), bytes: 3, tail: 'ok\n' },
    outputs: [
      {
        path: 'bin/product',
        sha256: 'a'.repeat(64),
        bytes: 10,
        executable: true,
        hardening: {
          format: 'elf',
          kind: 'program',
          protections: { pie: 'present', canary: 'not-seen' },
          hardened: null,
        },
      },
      { path: 'notes.txt', sha256: 'b'.repeat(64), bytes: 10, executable: false, hardening: null },
    ],
    refused: [],
    ...parts,
  };
}

/** A workshop whose runs end as told, one after the other. */
export function aWorkshop(runs: readonly BuildRun[], differences: readonly OutputDifference[] = []): Workshop {
  const waiting = [...runs];
  return {
    isolation: {
      program: 'bubblewrap',
      version: '0.8.0',
      namespaces: ['user'],
      systemCallFilter: true,
      bounded: { time: 'by-watching' },
    },
    variable: { locale: null, severalCpus: true, clock: false, fileOrder: true },
    materials: [
      {
        name: 'source',
        uri: 'git+https://example.org/product',
        digest: { gitCommit: '1'.repeat(40), gitTree: '2'.repeat(40) },
      },
      { name: 'gcc', uri: 'pkg:deb/debian/gcc-12@12.2.0-14', digest: { sha256: 'd'.repeat(64) } },
    ],
    fetch: async () => [],
    build: async () => waiting.shift() ?? aRun(),
    compare: async () => differences,
    keep: async () => undefined,
    close: async () => undefined,
  };
}
