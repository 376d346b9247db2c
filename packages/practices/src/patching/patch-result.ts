// SPDX-License-Identifier: Apache-2.0
import type { FileChange, PatchResult } from '@plumbline/core/roadmap/patch';

/** A patch with its changes, or the reason when there is nothing to change. */
export function patchOf(changes: readonly FileChange[], notes: readonly string[], otherwise: string): PatchResult {
  const [first, ...rest] = changes.filter(({ before, after }) => before !== after);
  return first === undefined
    ? { state: 'not-possible', because: otherwise }
    : { state: 'ready', changes: [first, ...rest], notes };
}
