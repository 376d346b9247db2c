// SPDX-License-Identifier: Apache-2.0
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';
import type { ToolReport } from '@plumbline/core/findings/tool-report';
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import type { ScanInput, Scanner, ScanPlan } from '@plumbline/core/scanning/scanner';
import { scanTargetOf } from '../../platform/paths/scan-target-of.ts';

export type Scanned = { readonly plan: ScanPlan; readonly report: ToolReport; readonly results: readonly ToolResult[] };

/** Runs an embedded scanner over a repository, to its end. */
export async function scanRepository(
  scanner: Scanner,
  repository: RepositorySnapshot,
  options: Partial<ScanInput> = {},
): Promise<Scanned> {
  const results: ToolResult[] = [];
  const target = scanTargetOf(repository);
  const outcome = await scanner.run({
    target,
    repository,
    gitDirectory: null,
    workTree: null,
    scratchFolder: '',
    offline: true,
    bounds: scanner.bounds,
    signal: new AbortController().signal,
    take: (result) => results.push(result),
    progress: () => undefined,
    ...options,
  });
  if (!outcome.ran) throw new Error(outcome.because);
  return { plan: scanner.plan(target), report: outcome.report, results };
}
