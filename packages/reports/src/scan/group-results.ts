// SPDX-License-Identifier: Apache-2.0
import { type Severity, severities } from '@plumbline/core/findings/severity';
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import type { ResultsOf, ScanView } from './scan-view.ts';

/** One result with the tool that reported it. */
export type ShownResult = { readonly tool: string; readonly result: ToolResult };

/** The open results of one severity: how many, and the first of them by place. */
export type SeverityGroup = {
  readonly severity: Severity;
  readonly count: number;
  readonly shown: readonly ShownResult[];
};

/** `suppressed`: what somebody decided on in the sources or elsewhere; it is counted, and in no group. */
export type GroupedResults = { readonly groups: readonly SeverityGroup[]; readonly suppressed: number };

/** Twice as many are held before those that will not be shown are let go. */
const slack = 2;

/** Groups the results of a scan by severity, the worst first, and holds no more than `shownMax` of each. */
export async function groupResults(view: ScanView, resultsOf: ResultsOf, shownMax: number): Promise<GroupedResults> {
  const groups = new Map<Severity, { count: number; held: ShownResult[] }>();
  let suppressed = 0;
  for (const tool of view.tools) {
    if (tool.state !== 'ran') continue;
    for await (const result of resultsOf(tool.id)) {
      if (result.gone === true) continue;
      if (result.suppressed !== undefined) {
        suppressed += 1;
        continue;
      }
      const group = groups.get(result.severity) ?? { count: 0, held: [] };
      groups.set(result.severity, group);
      group.count += 1;
      group.held.push({ tool: tool.tool, result });
      if (group.held.length > shownMax * slack) group.held = firstOf(group.held, shownMax);
    }
  }
  return {
    groups: severities.flatMap((severity) => {
      const group = groups.get(severity);
      return group === undefined ? [] : [{ severity, count: group.count, shown: firstOf(group.held, shownMax) }];
    }),
    suppressed,
  };
}

const firstOf = (results: readonly ShownResult[], count: number): ShownResult[] =>
  results.toSorted((a, b) => compare(sortKey(a), sortKey(b))).slice(0, count);

function sortKey({ tool, result }: ShownResult): string {
  const { path, line } = placeOf(result);
  return [path, String(line ?? 0).padStart(9, '0'), result.rule, tool].join('\0');
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Where a result is, as one would write it. */
export function placeOf({ places, component, web }: ToolResult): {
  readonly path: string;
  readonly line: number | null;
} {
  const [place] = places ?? [];
  if (place !== undefined) return { path: place.path, line: place.startLine ?? null };
  return { path: component?.path ?? web?.url ?? '', line: null };
}
