// SPDX-License-Identifier: Apache-2.0
import type { HelpedEntry } from '@plumbline/core/roadmap/roadmap';

/** `OWASP SAMM 4, BSIMM12 7`: how many entries of each framework, the most first. */
export function helpedFrameworks(helps: readonly HelpedEntry[]): string {
  const counts = new Map<string, number>();
  for (const { framework } of helps) counts.set(framework, (counts.get(framework) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([framework, count]) => `${framework} ${count}`)
    .join(', ');
}
