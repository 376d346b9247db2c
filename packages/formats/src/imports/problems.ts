// SPDX-License-Identifier: Apache-2.0

const kindsMax = 40;
const lengthMax = 300;

/** What is wrong with a file, clause by clause. The same thing said twice is counted, not repeated. */
export type Problems = {
  readonly add: (problem: string) => void;
  /** In the order in which they were first met; at most 40, then how many more. */
  readonly list: () => readonly string[];
};

export function createProblems(): Problems {
  const counts = new Map<string, number>();
  let more = 0;
  return {
    add: (problem) => {
      const text = problem.slice(0, lengthMax).toWellFormed();
      const count = counts.get(text);
      if (count === undefined && counts.size >= kindsMax) more += 1;
      else counts.set(text, (count ?? 0) + 1);
    },
    list: () => [
      ...[...counts].map(([text, count]) => (count === 1 ? text : `${text} (${count} times)`)),
      ...(more === 0 ? [] : [`and ${more} more`]),
    ],
  };
}
