// SPDX-License-Identifier: Apache-2.0
import type { ToolResult } from '@plumbline/core/findings/tool-result';

export type ResultKeys = {
  readonly keep: (result: ToolResult) => void;
  /** Hands on with `suppressed` what was not kept before, as often as it was not. */
  readonly marking: (take: (result: ToolResult) => void) => (result: ToolResult) => void;
};

/** Tells which results of a run are missing from another run of the same tool over the same files. */
export function resultKeys(): ResultKeys {
  const counts = new Map<string, number>();
  return {
    keep: (result) => {
      const key = keyOf(result);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    marking: (take) => (result) => {
      const key = keyOf(result);
      const left = counts.get(key) ?? 0;
      if (left > 0) counts.set(key, left - 1);
      take(left > 0 || result.suppressed !== undefined ? result : { ...result, suppressed: { where: 'source' } });
    },
  };
}

function keyOf({ rule, places, message }: ToolResult): string {
  const [first] = places ?? [];
  return JSON.stringify([rule, first?.path, first?.startLine, first?.startColumn, message]);
}
