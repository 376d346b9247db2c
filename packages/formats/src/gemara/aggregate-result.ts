// SPDX-License-Identifier: Apache-2.0
import type { GemaraResult } from './evaluation-log.ts';

const heaviest: readonly GemaraResult[] = ['Failed', 'Unknown', 'Needs Review', 'Passed', 'Not Applicable'];

/**
 * The result of a whole from those of its parts: the heaviest. A part that was not run makes the whole unknown, unless a
 * part failed or nothing was run at all: what nobody looked at never passes.
 */
export function aggregateResult(parts: readonly GemaraResult[]): GemaraResult {
  if (parts.every((part) => part === 'Not Run')) return 'Not Run';
  const weighed = new Set<GemaraResult>(parts.map((part) => (part === 'Not Run' ? 'Unknown' : part)));
  return heaviest.find((result) => weighed.has(result)) ?? 'Unknown';
}
