// SPDX-License-Identifier: Apache-2.0

/** What a run could not do, bounded: the first of them in words, the rest as a number. */
export type ScanProblems = {
  readonly add: (problem: string) => void;
  readonly list: () => readonly string[];
};

const problemsMax = 100;

export function scanProblems(): ScanProblems {
  const kept: string[] = [];
  let more = 0;
  return {
    add: (problem) => {
      if (kept.length < problemsMax) kept.push(problem);
      else more += 1;
    },
    list: () => (more === 0 ? kept : [...kept, `and ${more} more`]),
  };
}
