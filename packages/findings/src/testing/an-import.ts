// SPDX-License-Identifier: Apache-2.0
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import type { Finding } from '@plumbline/core/findings/finding';
import type { ContextOf } from '../identity/source-context.ts';
import { contextAt } from '../identity/source-context.ts';
import { type Decisions, noDecisions, noKnowledge } from '../lifecycle/decisions.ts';
import { emptyState, type FindingsState } from '../lifecycle/findings-state.ts';
import { findingsOf } from '../lifecycle/findings-of.ts';
import { foldImports, type FoldOptions } from '../lifecycle/fold-imports.ts';
import type { Import } from '../lifecycle/import.ts';
import { createAliasGraph } from '../vulnerabilities/alias-graph.ts';
import { aliasesOfResults } from '../vulnerabilities/aliases-of-results.ts';

/** Files of commits: path and lines by commit. */
export type Sources = { readonly [commit: string]: { readonly [path: string]: readonly string[] } };

export const contextIn =
  (sources: Sources): ContextOf =>
  (place, commit) => {
    const lines = sources[commit ?? '']?.[place.path];
    return lines === undefined ? null : contextAt(lines, place);
  };

/** A complete run on the given day. */
export function anImport(day: string, results: readonly ToolResult[], change: Partial<Import> = {}): Import {
  return {
    report: `sha256:${day}${change.tool ?? ''}`,
    run: 0,
    tool: 'scanner',
    toolVersion: '1.0.0',
    purposes: ['sast'],
    commit: `commit of ${day}`,
    seenAt: `${day}T00:00:00Z`,
    completed: true,
    paths: null,
    rules: null,
    results,
    ...change,
  };
}

/** SQL injection at a line of a file, unless changed. */
export function aResult(change: Partial<ToolResult> & { readonly at?: string } = {}): ToolResult {
  const { at = 'src/db.ts:10', ...members } = change;
  const [path = '', line] = at.split(':');
  return {
    kind: 'code',
    rule: 'sqli',
    title: 'SQL injection',
    severity: 'high',
    weaknesses: ['CWE-89'],
    places: [
      {
        path,
        ...(line === undefined ? {} : { startLine: Number(line) }),
      },
    ],
    ...members,
  };
}

export const aComponentResult = (
  purl: string,
  ids: readonly string[],
  change: Partial<ToolResult> = {},
): ToolResult => ({
  kind: 'component',
  rule: ids[0] ?? 'x',
  title: ids[0] ?? 'x',
  severity: 'high',
  vulnerabilities: ids,
  component: {
    name: purl.slice(purl.lastIndexOf('/') + 1).replace(/@.*$/, ''),
    version: purl.split('@').at(-1) ?? '',
    purl,
  },
  ...change,
});

export type Folded = { readonly state: FindingsState; readonly findings: readonly Finding[] };

/** Folds imports and decides, with the aliases of the results. */
export function fold(
  imports: readonly Import[],
  change: Partial<FoldOptions> & { readonly decisions?: Partial<Decisions>; readonly asOf?: string } = {},
): Folded {
  const aliases = change.aliases ?? createAliasGraph(aliasesOfResults(imports.flatMap(({ results }) => results)));
  const { decisions, asOf = '2026-12-31T23:59:59Z', ...options } = change;
  const state = foldImports(emptyState, imports, { aliases, contextOf: () => null, asOf, ...options });
  const context = { aliases, decisions: { ...noDecisions, ...decisions }, knowledge: noKnowledge, asOf };
  return { state, findings: findingsOf(state, context) };
}
