// SPDX-License-Identifier: Apache-2.0
import type { Severity } from '@plumbline/core/findings/severity';
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import type { RunCounts } from '@plumbline/core/state/import-entry';

/** Counts the results of each run as they come. */
export type ResultCounter = {
  readonly add: (run: number, result: ToolResult) => void;
  readonly of: (run: number) => RunCounts;
};

type Open = { [S in Severity]: number };
type Counting = { results: number; suppressed: number; readonly open: Open; readonly weaknesses: Set<string> };

const newCounting = (): Counting => ({
  results: 0,
  suppressed: 0,
  open: { critical: 0, high: 0, medium: 0, low: 0, none: 0, unrated: 0 },
  weaknesses: new Set(),
});

export function countResults(): ResultCounter {
  const runs = new Map<number, Counting>();
  return {
    add: (run, { severity, suppressed, gone, weaknesses }) => {
      const counting = runs.get(run) ?? newCounting();
      runs.set(run, counting);
      counting.results += 1;
      if (gone === true) return;
      if (suppressed !== undefined) counting.suppressed += 1;
      else {
        counting.open[severity] += 1;
        for (const weakness of weaknesses ?? []) counting.weaknesses.add(weakness);
      }
    },
    of: (run) => {
      const { weaknesses, ...counts } = runs.get(run) ?? newCounting();
      return { ...counts, weaknesses: [...weaknesses].sort(byNumber) };
    },
  };
}

const byNumber = (a: string, b: string): number => Number(a.slice(4)) - Number(b.slice(4));
