// SPDX-License-Identifier: Apache-2.0
import type { CollectorInput } from '@plumbline/core/collecting/collector';
import { memorySnapshot } from './memory-snapshot.ts';

/** Input of a collector over a few files in memory. */
export function collectorInput(
  files: { readonly [path: string]: string },
  overrides: Partial<CollectorInput> = {},
): CollectorInput {
  return {
    repository: memorySnapshot(files),
    gitDirectory: null,
    evidenceFiles: [],
    asOf: '2026-06-30T23:59:59Z',
    signal: new AbortController().signal,
    ...overrides,
  };
}
